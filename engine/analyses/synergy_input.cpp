#include "engine/analyses/synergy_input.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "engine/analyses/feature_fields.h"
#include "engine/analyses/feature_messages.h"
#include "engine/analyses/quantity_text.h"
#include "engine/analyses/synergy_parameters.h"
#include "engine/planning/synergy_indicators.h"

namespace desakota::analyses {
namespace {

using core::Text;
using planning::Dimension;
using planning::Indicator;
using planning::Scale;

constexpr const char* kAreas = "areas";

/// Reads the ratings of one layer and says which words are none.
class RatingReader {
public:
    RatingReader(const Arguments& arguments, core::Diagnostics& diagnostics)
        : arguments_(arguments),
          layer_(arguments.layers.at(kAreas).front()),
          names_(arguments.column(kAreas, "name-field")),
          diagnostics_(diagnostics),
          high_from_(static_cast<planning::Rung>(
              planning::find_rating(planning::ladder_scale(), arguments.text("high-participation-from"))
                  .value_or(static_cast<std::size_t>(planning::Rung::PlanningTogether)))) {}

    std::optional<std::size_t> read(const std::string& field, const Scale& scale, std::size_t row) {
        const auto* column = arguments_.column(kAreas, field);
        const auto text = column == nullptr ? std::nullopt : field_text(*column, row);
        if (!text || planning::is_not_rated(scale, *text)) return std::nullopt;
        const auto place = planning::find_rating(scale, *text);
        if (!place) refuse(row, scale.title, *text, planning::allowed_ratings(scale));
        return place;
    }

    /// A rating of the participation, or the rungs on which the community stands.
    std::optional<std::size_t> read_participation(std::size_t row) {
        const auto& scale = planning::indicator_scale(Indicator::Participation);
        const auto* column = arguments_.column(kAreas, indicator_field(Indicator::Participation));
        const auto text = column == nullptr ? std::nullopt : field_text(*column, row);
        if (!text) return std::nullopt;
        if (const auto rated = planning::find_rating(scale, *text)) return rated;
        std::vector<planning::Rung> rungs;
        for (const auto& word : parts_of(*text)) {
            const auto rung = planning::find_rating(planning::ladder_scale(), word);
            if (!rung) {
                refuse(
                    row, scale.title, *text,
                    fill_text("{}, or rungs of the ladder, parted by semicolons: {}",
                              "{}, atau anak tangga partisipasi, dipisahkan titik koma: {}",
                              planning::allowed_ratings(scale), planning::allowed_ratings(planning::ladder_scale())));
                return std::nullopt;
            }
            rungs.push_back(static_cast<planning::Rung>(*rung));
        }
        const auto participation = planning::participation_of(rungs, high_from_);
        return participation ? std::optional{static_cast<std::size_t>(*participation)} : std::nullopt;
    }

private:
    static std::vector<std::string_view> parts_of(std::string_view text) {
        std::vector<std::string_view> parts;
        while (!text.empty()) {
            const auto end = std::min(text.find(';'), text.size());
            if (!planning::plain_words(text.substr(0, end)).empty()) parts.push_back(text.substr(0, end));
            text.remove_prefix(std::min(end + 1, text.size()));
        }
        return parts;
    }

    void refuse(std::size_t row, const Text& what, const std::string& text, const Text& allowed) {
        const auto area = core::same_text(feature_title(layer_, row, names_));
        diagnostics_.error(
            fill_text("{0}: {1} is \"{2}\", which is no rating of it. Write one of: {3}; or leave it "
                      "empty.",
                      "{0}: {1} \"{2}\" bukan penilaian yang dikenal. Tulis salah satu dari: {3}; atau "
                      "kosongkan.",
                      area, what, core::same_text(text), allowed));
    }

    const Arguments& arguments_;
    const layers::Layer& layer_;
    const layers::Column* names_;
    core::Diagnostics& diagnostics_;
    planning::Rung high_from_;
};

bool has_field(const Arguments& arguments, const std::string& field) {
    return arguments.column(kAreas, field) != nullptr;
}

/// Whether anything tells a dimension's rating.
bool is_told(const Arguments& arguments, Dimension dimension) {
    if (has_field(arguments, dimension_field(dimension))) return true;
    for (std::size_t i = 0; i < planning::kIndicatorCount; ++i) {
        const auto indicator = static_cast<Indicator>(i);
        const bool belongs = planning::dimension_of(indicator) == dimension;
        if (belongs && has_field(arguments, indicator_field(indicator))) return true;
    }
    return false;
}

void check_fields(const Arguments& arguments, core::Diagnostics& diagnostics) {
    const auto layer = core::same_text(layers::describe_layer(arguments.layers.at(kAreas).front()));
    std::vector<Dimension> untold;
    for (const auto dimension : planning::kDimensions) {
        if (!is_told(arguments, dimension)) untold.push_back(dimension);
    }
    if (untold.size() == planning::kDimensions.size()) {
        diagnostics.error(
            fill_text("{}: no field rates the collaboration. Name the fields with --system-field, "
                      "--goals-field, --process-field and --effect-field.",
                      "{}: tidak ada kolom penilaian kolaborasi. Sebutkan kolomnya dengan "
                      "--system-field, --goals-field, --process-field, dan --effect-field.",
                      layer));
        diagnostics.throw_errors(core::ExitStatus::WrongUsage);
    }
    for (const auto dimension : untold) {
        diagnostics.warning(
            fill_text("{0}: no field rates the {1}; areas whose category depends on it cannot be "
                      "assessed. Name the field with --{2}.",
                      "{0}: tidak ada kolom penilaian {1}; kawasan yang kategorinya bergantung padanya "
                      "belum dapat dinilai. Sebutkan kolomnya dengan --{2}.",
                      layer, planning::scale_of(dimension).title, core::same_text(dimension_field(dimension))));
    }
    if (arguments.is_given("high-participation-from") &&
        !has_field(arguments, indicator_field(Indicator::Participation))) {
        diagnostics.option_without_effect({"--high-participation-from has no effect without --participation-field.",
                                           "--high-participation-from tidak berpengaruh tanpa --participation-field."});
    }
    diagnostics.throw_errors(core::ExitStatus::WrongUsage);
}

planning::Indicators read_indicators(RatingReader& reader, std::size_t row) {
    planning::Indicators indicators;
    for (std::size_t i = 0; i < planning::kIndicatorCount; ++i) {
        const auto indicator = static_cast<Indicator>(i);
        indicators.set(indicator,
                       indicator == Indicator::Participation
                           ? reader.read_participation(row)
                           : reader.read(indicator_field(indicator), planning::indicator_scale(indicator), row));
    }
    return indicators;
}

/// The roles that each factor can have, under its own title.
std::vector<Scale> factor_scales() {
    std::vector<Scale> scales;
    for (const auto& factor : planning::synergy_factors()) {
        scales.push_back(planning::role_scale());
        scales.back().title = Text{"the factor ", "faktor "} + factor.label;
    }
    return scales;
}

/// The rows of each dimension whose rating differs from what its indicators give.
using Differing = std::array<std::vector<std::size_t>, planning::kDimensions.size()>;

SynergyArea read_area(RatingReader& reader, std::size_t row, Differing& differing) {
    SynergyArea area;
    const auto indicators = read_indicators(reader, row);
    for (const auto dimension : planning::kDimensions) {
        const auto rated = reader.read(dimension_field(dimension), planning::scale_of(dimension), row);
        const auto derived = planning::derive(dimension, indicators);
        area.inputs.set(dimension, rated ? rated : derived);
        if (!rated && derived) area.derived.push_back(dimension);
        if (rated && derived && rated != derived) differing[static_cast<std::size_t>(dimension)].push_back(row);
    }
    static const auto scales = factor_scales();
    for (std::size_t i = 0; i < scales.size(); ++i) {
        const auto role = reader.read(factor_field(planning::synergy_factors()[i]), scales[i], row);
        area.roles.push_back(role ? std::optional{static_cast<planning::Role>(*role)} : std::nullopt);
    }
    return area;
}

void report_differing(const Differing& differing, const Arguments& arguments, core::Diagnostics& diagnostics) {
    const auto& layer = arguments.layers.at(kAreas).front();
    const auto* names = arguments.column(kAreas, "name-field");
    for (const auto dimension : planning::kDimensions) {
        const auto& rows = differing[static_cast<std::size_t>(dimension)];
        if (rows.empty()) continue;
        diagnostics.warning(
            fill_text("{0}: the rating of the {1} is not what its indicators give; the rating holds: "
                      "{2}.",
                      "{0}: penilaian {1} berbeda dari yang diturunkan dari indikatornya; yang dipakai "
                      "adalah penilaiannya: {2}.",
                      core::same_text(layers::describe_layer(layer)), planning::scale_of(dimension).title,
                      feature_list(layer, rows, names)));
    }
}

}  // namespace

SynergyAreas read_synergy_areas(Arguments& arguments, RunContext& context) {
    auto& diagnostics = context.diagnostics;
    check_fields(arguments, diagnostics);
    const auto& layer = *arguments.layer(kAreas);
    if (layer.row_count == 0) {
        diagnostics.error(core::format_text("{}: the layer holds no areas.", "{}: lapisan tidak berisi kawasan.",
                                            layers::describe_layer(layer)));
    }
    SynergyAreas read;
    read.ids = read_ids(arguments, {kAreas, "id-field", "name-field"}, diagnostics);
    read.names = field_texts(arguments.column(kAreas, "name-field"), layer.row_count);
    read.has_factors = std::ranges::any_of(planning::synergy_factors(), [&](const planning::Factor& factor) {
        return has_field(arguments, factor_field(factor));
    });
    RatingReader reader(arguments, diagnostics);
    Differing differing;
    read.areas.reserve(layer.row_count);
    core::LoopSteps steps(context.progress, 0.0, 1.0, layer.row_count, 1 << 10);
    for (std::size_t row = 0; row < layer.row_count; ++row) {
        steps.at(row);
        read.areas.push_back(read_area(reader, row, differing));
    }
    report_differing(differing, arguments, diagnostics);
    diagnostics.throw_errors();
    return read;
}

}  // namespace desakota::analyses
