#include "engine/analyses/synergy_parameters.h"

#include <array>
#include <utility>

#include "engine/analyses/parameter_builders.h"
#include "engine/analyses/quantity_text.h"

namespace desakota::analyses {
namespace {

using core::Text;
using planning::Dimension;
using planning::Indicator;

constexpr const char* kAreas = "areas";

Text capitalised(Text text) {
    for (auto* part : {&text.english, &text.indonesian}) {
        if (!part->empty() && part->front() >= 'a' && part->front() <= 'z') part->front() ^= 0x20;
    }
    return text;
}

/// A field of ratings; its help ends with what is allowed.
Parameter rating_field(const std::string& name, std::vector<std::string> usual_names, const planning::Scale& scale,
                       const Text& help) {
    return with_words(field_parameter(name, kAreas, std::move(usual_names)), capitalised(scale.title),
                      help + fill_text(" One of: {}.", " Salah satu dari: {}.", planning::allowed_ratings(scale)));
}

std::vector<Parameter> area_parameters() {
    return {with_words(as_required(layer_parameter(kAreas, ParameterKind::Layer,
                                                   {geo::GeometryType::None, geo::GeometryType::Point,
                                                    geo::GeometryType::Line, geo::GeometryType::Polygon})),
                       {"Areas", "Kawasan"},
                       {"A table or layer with a row for each area (kawasan). The result has a row for each of them.",
                        "Tabel atau lapisan dengan satu baris untuk tiap kawasan. Hasilnya punya satu baris untuk tiap "
                        "kawasan."}),
            with_words(field_parameter("id-field", kAreas,
                                       {"kode_kawasan", "id_kawasan", "area_id", "area_code", "kode", "id", "code"}),
                       {"Area id", "Id kawasan"}, {"Field with the id of each area.", "Kolom id tiap kawasan."}),
            with_words(
                field_parameter("name-field", kAreas, {"nama_kawasan", "kawasan", "area_name", "nama", "name", "area"}),
                {"Area name", "Nama kawasan"}, {"Field with the name of each area.", "Kolom nama tiap kawasan."})};
}

std::vector<Parameter> dimension_parameters() {
    const auto field = [](Dimension dimension, std::vector<std::string> usual_names, const Text& help) {
        return rating_field(dimension_field(dimension), std::move(usual_names), planning::scale_of(dimension), help);
    };
    return {field(Dimension::System, {"sistem", "system"},
                  {"Field with how far the collaboration is organised in clusters as a system.",
                   "Kolom sejauh mana kolaborasi tersistem dalam klaster."}),
            field(Dimension::Goals, {"tujuan", "tujuan_bersama", "goals"},
                  {"Field with how far the components share goals.",
                   "Kolom sejauh mana tujuan bersama disepakati dan dipahami."}),
            field(Dimension::Process, {"proses", "process"},
                  {"Field with the commitment of the components and the participation of the community.",
                   "Kolom komitmen komponen dan partisipasi masyarakat."}),
            field(Dimension::Effect, {"efek", "effect"},
                  {"Field with the effect on welfare; empty or na where there is none to rate.",
                   "Kolom efek pada kesejahteraan; kosong atau na bila tidak dapat dinilai."})};
}

struct IndicatorField {
    Indicator indicator;
    const char* name;
    std::vector<std::string> usual_names;
};

std::vector<IndicatorField> indicator_fields() {
    return {
        {Indicator::Clusters, "clusters-field", {"klaster", "kluster", "clusters"}},
        {Indicator::SystemWritten, "system-written-field", {"sistem_tertulis", "model_tertulis", "system_written"}},
        {Indicator::GoalsAgreed, "goals-agreed-field", {"tujuan_disepakati", "kesepakatan_tujuan", "goals_agreed"}},
        {Indicator::GoalsUnderstood,
         "goals-understood-field",
         {"tujuan_dipahami", "pemahaman_tujuan", "goals_understood"}},
        {Indicator::LeadershipCommitment,
         "leadership-commitment-field",
         {"komitmen_pimpinan", "leadership_commitment"}},
        {Indicator::AgenciesCommitment,
         "agencies-commitment-field",
         {"komitmen_skpd", "komitmen_opd", "komitmen_instansi", "agencies_commitment"}},
        {Indicator::BusinessCommitment,
         "business-commitment-field",
         {"komitmen_badan_usaha", "komitmen_usaha", "komitmen_swasta", "komitmen_pasar", "business_commitment"}},
        {Indicator::Participation,
         "participation-field",
         {"partisipasi_masyarakat", "tangga_partisipasi", "partisipasi", "participation"}},
        {Indicator::ResourcesEffect, "resources-effect-field", {"efek_sumber_penghidupan", "resources_effect"}},
        {Indicator::BusinessEffect, "business-effect-field", {"efek_kondisi_usaha", "efek_usaha", "business_effect"}},
        {Indicator::OutcomesEffect, "outcomes-effect-field", {"efek_hasil_penghidupan", "outcomes_effect"}},
        {Indicator::PoorReachEffect,
         "poor-reach-effect-field",
         {"efek_keterjangkauan", "efek_keterjangkauan_miskin", "poor_reach_effect"}},
    };
}

std::vector<Parameter> indicator_parameters() {
    std::vector<Parameter> parameters;
    for (auto& field : indicator_fields()) {
        const auto& dimension = planning::scale_of(planning::dimension_of(field.indicator)).title;
        parameters.push_back(
            rating_field(field.name, std::move(field.usual_names), planning::indicator_scale(field.indicator),
                         fill_text("Indicator from which the {} is derived where no rating is given.",
                                   "Indikator untuk menurunkan penilaian {} bila belum dinilai.", dimension)));
        if (field.indicator != Indicator::Participation) continue;
        auto& help = parameters.back().help;
        help = std::move(help) +
               fill_text(" Or the rungs of the ladder on which the community stands, parted by semicolons: {}.",
                         " Atau anak tangga partisipasi masyarakat, dipisahkan titik koma: {}.",
                         planning::allowed_ratings(planning::ladder_scale()));
    }
    return parameters;
}

/// The rung where high participation begins; the lowest, no participation, cannot be it.
Parameter high_participation() {
    std::vector<Choice> rungs;
    const auto& ladder = planning::ladder_scale().ratings;
    for (std::size_t i = 0; i + 1 < ladder.size(); ++i) rungs.push_back({std::string(ladder[i].code), ladder[i].label});
    auto parameter = choice_parameter("high-participation-from", std::move(rungs));
    parameter.default_text = ladder[static_cast<std::size_t>(planning::Rung::PlanningTogether)].code;
    return as_advanced(with_words(
        std::move(parameter), {"High participation from", "Partisipasi tinggi mulai dari"},
        {"The rung of the ladder from which participation counts as high. An assumption: the paper gives the rungs, "
         "not the bound.",
         "Anak tangga tempat partisipasi mulai dianggap tinggi. Ini asumsi: makalahnya memuat anak tangga, bukan "
         "batasnya."}));
}

std::vector<Parameter> factor_parameters() {
    std::vector<Parameter> parameters;
    for (const auto& factor : planning::synergy_factors()) {
        auto word = std::string(factor.word);
        for (auto& letter : word) letter = letter == '-' ? '_' : letter;
        parameters.push_back(with_words(
            field_parameter(factor_field(factor), kAreas, {"faktor_" + std::string(factor.code), "factor_" + word}),
            fill_text("Factor: {}", "Faktor: {}", factor.label),
            fill_text("Field that says whether this factor drives or obstructs synergy. One of: {}.",
                      "Kolom apakah faktor ini pendorong atau kendala sinergisme. Salah satu dari: {}.",
                      planning::allowed_ratings(planning::role_scale()))));
    }
    return parameters;
}

}  // namespace

std::string dimension_field(Dimension dimension) {
    constexpr std::array kNames{"system-field", "goals-field", "process-field", "effect-field"};
    return kNames[static_cast<std::size_t>(dimension)];
}

std::string indicator_field(Indicator indicator) {
    static const auto fields = indicator_fields();
    return fields[static_cast<std::size_t>(indicator)].name;
}

std::string factor_field(const planning::Factor& factor) {
    return std::string(factor.word) + "-factor-field";
}

std::vector<Parameter> synergy_parameters() {
    auto parameters = area_parameters();
    append(parameters, dimension_parameters());
    append(parameters, indicator_parameters());
    append(parameters, {high_participation()});
    append(parameters, factor_parameters());
    return parameters;
}

}  // namespace desakota::analyses
