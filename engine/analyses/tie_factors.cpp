#include "engine/analyses/tie_factors.h"

#include <array>
#include <string_view>
#include <utility>

#include "engine/analyses/feature_fields.h"
#include "engine/analyses/feature_messages.h"
#include "engine/analyses/number_reader.h"
#include "engine/analyses/parameter_builders.h"
#include "engine/core/number_text.h"
#include "engine/network/way_fields.h"

namespace desakota::analyses {
namespace {

using core::Text;
using hinterland::Factor;

constexpr const char* kSettlementFields = "factor-fields";
constexpr const char* kCentreFields = "centre-factor-fields";
constexpr const char* kWeights = "factor-weights";

/// Parts of a field's name that tell which factor it is.
struct FactorWord {
    std::string_view word;
    std::string_view code;
};
constexpr std::array kFactorWords{FactorWord{"kesiapan", "institutional_readiness"},
                                  FactorWord{"institusi", "institutional_readiness"},
                                  FactorWord{"kelembagaan", "institutional_readiness"},
                                  FactorWord{"politik", "local_policy"},
                                  FactorWord{"kebijakan", "local_policy"},
                                  FactorWord{"sdm", "human_resources"},
                                  FactorWord{"sumber_daya_manusia", "human_resources"},
                                  FactorWord{"pendanaan", "funds_and_materials"},
                                  FactorWord{"dana", "funds_and_materials"},
                                  FactorWord{"bahan_baku", "funds_and_materials"},
                                  FactorWord{"partisipasi", "participation"},
                                  FactorWord{"komitmen", "commitment"}};

/// The factor that a field's name names, or nullptr.
const Factor* factor_named(const std::string& field) {
    const auto name = network::normalised(field);
    std::string_view code;
    for (const auto& word : kFactorWords) {
        if (code.empty() && name.find(word.word) != std::string::npos) code = word.code;
    }
    for (const auto& factor : hinterland::kFactors) {
        if (factor.code == code || name.find(factor.code) != std::string::npos) return &factor;
    }
    return nullptr;
}

std::vector<double> weights_of(const Arguments& arguments, std::size_t factors) {
    const auto place = arguments.numbers.find(kWeights);
    if (place != arguments.numbers.end() && !place->second.empty()) return place->second;
    return std::vector<double>(factors, 1.0 / static_cast<double>(factors));
}

std::optional<double> parse_score(const std::string& text) {
    return parse_amount(text, false);
}

/// The layer of some factors, and where its names are.
struct FactorLayer {
    const char* layer;
    const char* name_field;
};

std::vector<std::optional<double>> read_scores(const Arguments& arguments, const FactorLayer& of,
                                               const std::string& field, core::Diagnostics& diagnostics) {
    const auto& layer = arguments.layers.at(of.layer).front();
    const auto* names = arguments.column(of.layer, of.name_field);
    const NumberReader reader(
        {layer, names, *layer.find(field), core::format_text("the score {}", "nilai faktor {}", field)}, diagnostics);
    auto scores = reader.read_all(parse_score);
    std::vector<std::size_t> missing;
    for (std::size_t row = 0; row < scores.size(); ++row) {
        auto& score = scores[row];
        if (!score && reader.is_empty(row)) missing.push_back(row);
        if (!score || (*score >= hinterland::kLeastScore && *score <= 1.0)) continue;
        reader.refuse(row, core::format_text("is {0}; it must be from {1} to 1", "{0}; harus antara {1} dan 1",
                                             core::number_text(*score), core::number_text(hinterland::kLeastScore)));
        score.reset();
    }
    if (!missing.empty()) {
        diagnostics.warning(
            core::format_text("{0}: the score {1} is missing in {2} rows, where this factor does not weaken the tie: ",
                              "{0}: nilai faktor {1} kosong pada {2} baris; di sana faktor ini tidak melemahkan "
                              "ikatan: ",
                              layers::describe_layer(layer), field, missing.size()) +
            feature_list(layer, missing, names) + core::same_text("."));
    }
    return scores;
}

std::vector<TieFactor> read_factors(const Arguments& arguments, const FactorLayer& of,
                                    const std::vector<std::string>& fields, core::Diagnostics& diagnostics) {
    std::vector<TieFactor> factors;
    for (const auto& field : fields) {
        const auto* const known = factor_named(field);
        TieFactor factor;
        factor.code = known == nullptr ? field : std::string(known->code);
        factor.title = known == nullptr ? core::same_text(field)
                                        : Text{std::string(known->english), std::string(known->indonesian)};
        if (known != nullptr) factor.kind = known->kind;
        factor.scores = read_scores(arguments, of, field, diagnostics);
        factors.push_back(std::move(factor));
    }
    return factors;
}

std::vector<double> multipliers(const std::vector<TieFactor>& factors) {
    std::vector<double> products;
    if (factors.empty()) return products;
    for (std::size_t row = 0; row < factors.front().scores.size(); ++row) {
        std::vector<double> scores;
        std::vector<double> weights;
        for (const auto& factor : factors) {
            scores.push_back(factor.scores[row].value_or(1.0));
            weights.push_back(factor.weight);
        }
        products.push_back(hinterland::factor_effect(scores, weights).multiplier);
    }
    return products;
}

Parameter score_fields(const char* name, const char* of, Text title, const Text& whose) {
    auto parameter = field_parameter(name, of);
    parameter.kind = ParameterKind::Fields;
    const auto help = whose + Text{
                                  " with scores from 0.05 to 1 for what weakens its ties beside the way: readiness of "
                                  "institutions, local policy, human resources, funds and materials, participation, "
                                  "commitment. A tie is multiplied by score^weight: an assumption of this program, not "
                                  "of the papers.",
                                  " dengan nilai 0,05 sampai 1 untuk hal selain jalan yang melemahkan ikatannya: "
                                  "kesiapan institusi, kebijakan lokal, sumber daya manusia, dana dan bahan baku, "
                                  "partisipasi, komitmen. Ikatan dikalikan nilai^bobot: asumsi program ini, bukan "
                                  "dari makalah."};
    return with_words(as_advanced(std::move(parameter)), std::move(title), help);
}

}  // namespace

std::vector<Parameter> tie_factor_parameters() {
    return {score_fields(kSettlementFields, "settlements", {"Factors of the settlements", "Faktor permukiman"},
                         {"Fields of the settlements", "Kolom permukiman"}),
            score_fields(kCentreFields, "centres", {"Factors of the centres", "Faktor pusat"},
                         {"Fields of the centres", "Kolom pusat"}),
            with_words(as_advanced(parameter_of(kWeights, ParameterKind::Numbers)),
                       {"Weights of the factors", "Bobot faktor"},
                       {"One weight for each factor, first those of --factor-fields, then those of "
                        "--centre-factor-fields; they sum to 1. Without them all weigh the same.",
                        "Satu bobot untuk tiap faktor, mula-mula untuk --factor-fields, lalu --centre-factor-fields; "
                        "jumlahnya 1. Bila tidak diisi, semua sama berat."})};
}

void check_tie_factor_usage(const Arguments& arguments, core::Diagnostics& diagnostics) {
    const auto factors = arguments.field_list(kSettlementFields).size() + arguments.field_list(kCentreFields).size();
    if (factors == 0) {
        if (!arguments.is_given(kWeights)) return;
        diagnostics.option_without_effect(
            {"--factor-weights has no effect without --factor-fields or --centre-factor-fields.",
             "--factor-weights tidak berpengaruh tanpa --factor-fields atau --centre-factor-fields."});
        return;
    }
    const std::vector<double> sound_scores(factors, 1.0);
    for (auto& fault : hinterland::factor_faults(sound_scores, weights_of(arguments, factors))) {
        diagnostics.error(core::same_text("--factor-weights: ") + fault + core::same_text("."));
    }
}

TieFactors read_tie_factors(const Arguments& arguments, core::Diagnostics& diagnostics) {
    TieFactors read;
    read.of_settlements =
        read_factors(arguments, {"settlements", "name-field"}, arguments.field_list(kSettlementFields), diagnostics);
    read.of_centres =
        read_factors(arguments, {"centres", "centre-name-field"}, arguments.field_list(kCentreFields), diagnostics);
    if (!read.is_given()) return read;
    const auto weights = weights_of(arguments, read.of_settlements.size() + read.of_centres.size());
    auto weight = weights.begin();
    for (auto* factors : {&read.of_settlements, &read.of_centres}) {
        for (auto& factor : *factors) factor.weight = *weight++;
    }
    read.settlement_multipliers = multipliers(read.of_settlements);
    read.centre_multipliers = multipliers(read.of_centres);
    return read;
}

}  // namespace desakota::analyses
