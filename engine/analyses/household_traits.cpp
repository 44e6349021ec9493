#include "engine/analyses/household_traits.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <utility>

#include "engine/analyses/feature_fields.h"
#include "engine/analyses/household_parameters.h"
#include "engine/analyses/household_values.h"
#include "engine/analyses/parameter_builders.h"

namespace desakota::analyses {
namespace {

using Kind = HouseholdTrait::Kind;

constexpr const char* kHouseholds = "households";
constexpr const char* kTraits = "traits";
constexpr const char* kSchooling = "schooling-field";
constexpr const char* kWorking = "working-members-field";
constexpr const char* kLand = "land-field";
constexpr const char* kWorkingAs = "working-members-as";
constexpr std::array<const char*, 3> kUsual{kSchooling, kWorking, kLand};

constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();
constexpr double kMost = 1e15;
constexpr std::size_t kMostCategories = 10;

Parameter working_members_as() {
    return as_advanced(with_words(
        choice_parameter(kWorkingAs, {{"ratio", {"ratio to persons", "rasio terhadap jumlah anggota"}},
                                      {"count", {"their number", "jumlahnya"}}}),
        {"Working members as", "Anggota bekerja sebagai"},
        {"Whether working members enter as their ratio to the persons of the household or as their number.",
         "Apakah anggota yang bekerja dihitung sebagai rasio terhadap jumlah anggota rumah tangga atau sebagai "
         "jumlahnya."}));
}

/// The texts of a column and what kind of values most of them are.
struct TextKinds {
    std::size_t numbers = 0;
    std::size_t yes_no = 0;
    std::size_t all = 0;

    [[nodiscard]] bool are_words() const { return 2 * numbers < all; }
};
TextKinds text_kinds(const layers::Column& column) {
    std::vector<std::size_t> counts(column.distinct_texts().size());
    for (std::size_t row = 0; row < column.size(); ++row) {
        if (!column.is_missing(row)) ++counts[column.code(row)];
    }
    TextKinds kinds;
    for (std::size_t code = 0; code < counts.size(); ++code) {
        const auto text = trimmed_text(column.distinct_texts()[code]);
        if (text.empty()) continue;
        kinds.all += counts[code];
        if (parse_amount(text, false)) kinds.numbers += counts[code];
        if (!std::isnan(parse_yes_no(text).value_or(kMissing))) kinds.yes_no += counts[code];
    }
    return kinds;
}

std::string lower_case(std::string text) {
    for (auto& letter : text) {
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    }
    return text;
}

bool is_words(const layers::Column& column) {
    return column.type() == layers::ColumnType::Text && text_kinds(column).are_words();
}

/// Found by its usual names whatever it holds, so that a text among its numbers is told and does not hide the field.
Parameter of_any_type(Parameter field) {
    field.numeric = false;
    return field;
}

class TraitReader {
public:
    TraitReader(const Arguments& arguments, const Households& households, core::Diagnostics& diagnostics)
        : arguments_(arguments), households_(households), diagnostics_(diagnostics) {}

    HouseholdTrait read(const std::string& field) {
        HouseholdTrait trait;
        trait.name = field;
        trait.label = core::same_text("'" + field + "'");
        const auto& column = *households_.table->find(field);
        const bool has_words = is_words(column);
        if (!has_words && field == arguments_.field(kSchooling)) {
            read_schooling(column, trait);
        } else if (!has_words && field == arguments_.field(kWorking)) {
            read_working_members(column, trait);
        } else if (!has_words && field == arguments_.field(kLand)) {
            read_land(column, trait);
        } else {
            read_any(column, trait);
        }
        return trait;
    }

private:
    void read_schooling(const layers::Column& column, HouseholdTrait& trait) {
        constexpr double kMostYears = 40.0;
        trait.label = {"schooling of the head", "lama sekolah kepala"};
        trait.step = 1.0;
        trait.step_words = {"year of schooling of the head", "{} tahun sekolah kepala"};
        read_numbers(column, 0.0, kMostYears, trait);
    }

    void read_land(const layers::Column& column, HouseholdTrait& trait) {
        constexpr double kMostLand = 1e6;
        trait.label = {"land area", "luas lahan"};
        trait.step = 1.0;
        trait.step_words = {"hectare of land", "{} hektare lahan"};
        read_numbers(column, 0.0, kMostLand, trait);
    }

    void read_working_members(const layers::Column& column, HouseholdTrait& trait) {
        constexpr double kMostPersons = 1000.0;
        constexpr double kRatioStep = 0.1;
        trait.label = {"working members", "anggota yang bekerja"};
        read_numbers(column, 0.0, kMostPersons, trait);
        if (arguments_.text(kWorkingAs) == "count") {
            trait.step = 1.0;
            trait.step_words = {"working member", "{} anggota yang bekerja"};
            return;
        }
        trait.name = "working_members_ratio";
        trait.label = {"ratio of working members", "rasio anggota yang bekerja"};
        trait.step = kRatioStep;
        trait.step_words = {"{} in the ratio of working members", "{} pada rasio anggota yang bekerja"};
        trait.is_whole = false;
        divide_by_persons(trait);
    }

    void divide_by_persons(HouseholdTrait& trait) {
        if (!households_.has_persons) {
            diagnostics_.error(core::format_text(
                "{}: the ratio of working members needs the number of persons. Name its field with --persons-field, or "
                "choose other traits with --traits.",
                "{}: rasio anggota yang bekerja memerlukan jumlah anggota. Sebutkan kolomnya dengan --persons-field, "
                "atau pilih karakteristik lain dengan --traits.",
                layers::describe_layer(*households_.table)));
            return;
        }
        for (std::size_t row = 0; row < trait.values.size(); ++row) {
            if (trait.values[row] > households_.persons[row]) {
                diagnostics_.error(
                    core::same_text(layers::describe_feature(*households_.table, row)) +
                    core::format_text(": {0} working members are more than {1} persons. Correct one of them.",
                                      ": anggota yang bekerja ({0}) lebih banyak daripada jumlah anggota ({1}). "
                                      "Betulkan salah satunya.",
                                      trait.values[row], households_.persons[row]));
            }
            trait.values[row] /= households_.persons[row];
        }
    }

    void read_any(const layers::Column& column, HouseholdTrait& trait) {
        const bool is_text = column.type() == layers::ColumnType::Text;
        const auto kinds = is_text ? text_kinds(column) : TextKinds{};
        if (!kinds.are_words()) {
            read_numbers(column, -kMost, kMost, trait);
        } else if (kinds.yes_no == kinds.all) {
            trait.kind = Kind::YesNo;
            trait.values = read_yes_no_column(*households_.table, column, trait.label, diagnostics_);
        } else {
            read_categories(column, trait);
        }
    }

    void read_numbers(const layers::Column& column, double least, double most, HouseholdTrait& trait) {
        trait.values = read_number_column(*households_.table, column, {{}, trait.label, least, most}, diagnostics_);
        bool is_yes_no = true;
        for (const double value : trait.values) {
            if (std::isnan(value)) continue;
            is_yes_no = is_yes_no && (value == 0.0 || value == 1.0);
            trait.is_whole = trait.is_whole && value == std::floor(value);
        }
        if (is_yes_no && trait.step == 0.0) trait.kind = Kind::YesNo;
    }

    void read_categories(const layers::Column& column, HouseholdTrait& trait) {
        trait.kind = Kind::Category;
        std::map<std::string, std::string> spelled;  // by their lower-case letters
        for (const auto& text : column.distinct_texts()) {
            const auto plain = trimmed_text(text);
            if (plain.empty()) continue;
            auto& spelling = spelled.try_emplace(lower_case(plain), plain).first->second;
            spelling = std::min(spelling, plain);
        }
        if (spelled.size() > kMostCategories) {
            diagnostics_.error(core::format_text(
                "{0}: '{1}' holds {2} different texts. A trait is a number, yes or no, or a text with at most {3} "
                "different values: choose another field, or join its values.",
                "{0}: '{1}' berisi {2} teks yang berbeda. Karakteristik berupa angka, ya atau tidak, atau teks dengan "
                "paling banyak {3} nilai yang berbeda: pilih kolom lain, atau gabungkan nilainya.",
                layers::describe_layer(*households_.table), trait.name, spelled.size(), kMostCategories));
        }
        std::vector<double> by_code;
        by_code.reserve(column.distinct_texts().size());
        for (const auto& text : column.distinct_texts()) {
            const auto place = spelled.find(lower_case(trimmed_text(text)));
            by_code.push_back(place == spelled.end() ? kMissing
                                                     : static_cast<double>(std::distance(spelled.begin(), place)));
        }
        for (auto& entry : spelled) trait.categories.push_back(std::move(entry.second));
        trait.values.assign(column.size(), kMissing);
        for (std::size_t row = 0; row < column.size(); ++row) {
            if (!column.is_missing(row)) trait.values[row] = by_code[column.code(row)];
        }
    }

    const Arguments& arguments_;
    const Households& households_;
    core::Diagnostics& diagnostics_;
};

bool is_trait(const Arguments& arguments, const std::string& parameter) {
    const auto field = arguments.field(parameter);
    const auto fields = trait_fields(arguments);
    return !field.empty() && std::ranges::find(fields, field) != fields.end();
}

}  // namespace

std::vector<Parameter> trait_parameters() {
    auto traits = parameter_of(kTraits, ParameterKind::Fields);
    traits.of = kHouseholds;
    return {with_words(std::move(traits), {"Traits", "Karakteristik"},
                       {"Fields of the household table that may go with being poor: numbers, yes or no, or texts with "
                        "few different values. Without any: schooling, the ratio of working members to persons, and "
                        "land, as far as the table has them.",
                        "Kolom tabel rumah tangga yang mungkin berkaitan dengan kemiskinan: angka, ya atau tidak, atau "
                        "teks dengan sedikit nilai yang berbeda. Bila tidak disebutkan: lama sekolah, rasio anggota "
                        "yang bekerja terhadap jumlah anggota, dan luas lahan, sejauh ada dalam tabel."}),
            of_any_type(schooling_field()), of_any_type(working_members_field()), of_any_type(land_field()),
            working_members_as()};
}

std::vector<std::string> trait_fields(const Arguments& arguments) {
    auto fields = arguments.field_list(kTraits);
    if (!fields.empty()) return fields;
    for (const auto* usual : kUsual) {
        const auto field = arguments.field(usual);
        if (!field.empty() && std::ranges::find(fields, field) == fields.end()) fields.push_back(field);
    }
    return fields;
}

bool takes_working_members_ratio(const Arguments& arguments) {
    return is_trait(arguments, kWorking) && arguments.text(kWorkingAs) != "count";
}

std::vector<HouseholdTrait> read_household_traits(const Arguments& arguments, const Households& households,
                                                  RunContext& context) {
    const auto fields = trait_fields(arguments);
    if (fields.empty()) {
        context.diagnostics.error(core::format_text(
            "{}: no field has the usual name of schooling, working members or land. Name the traits with --traits.",
            "{}: tidak ada kolom dengan nama lazim untuk lama sekolah, anggota yang bekerja, atau luas lahan. Sebutkan "
            "karakteristiknya dengan --traits.",
            layers::describe_layer(*households.table)));
    }
    std::vector<HouseholdTrait> traits;
    traits.reserve(fields.size());
    TraitReader reader(arguments, households, context.diagnostics);
    for (const auto& field : fields) {
        context.progress.step(static_cast<double>(traits.size()) / static_cast<double>(fields.size()));
        traits.push_back(reader.read(field));
    }
    context.progress.step(1.0);
    return traits;
}

void refuse_trait_options_without_effect(const Arguments& arguments, core::Diagnostics& diagnostics) {
    for (const auto* usual : kUsual) {
        if (!arguments.is_given(usual) || is_trait(arguments, usual)) continue;
        diagnostics.option_without_effect(core::format_text(
            "--{0} has no effect, since --traits does not name its field. Add it to --traits, or leave --{0} out.",
            "--{0} tidak berpengaruh karena kolomnya tidak disebutkan dalam --traits. Tambahkan ke --traits, atau "
            "hilangkan --{0}.",
            usual));
    }
    if (arguments.is_given(kWorkingAs) && !is_trait(arguments, kWorking)) {
        diagnostics.option_without_effect(
            {"--working-members-as has no effect, since working members are none of the traits. Name their field with "
             "--working-members-field, or leave --working-members-as out.",
             "--working-members-as tidak berpengaruh karena anggota yang bekerja bukan salah satu karakteristik. "
             "Sebutkan kolomnya dengan --working-members-field, atau hilangkan --working-members-as."});
    }
}

}  // namespace desakota::analyses
