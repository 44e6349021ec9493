#include "engine/analyses/food_sources.h"

#include <algorithm>
#include <initializer_list>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "engine/analyses/food_parameters.h"
#include "engine/analyses/settlement_values.h"

namespace desakota::analyses {
namespace {

using core::Text;
using welfare::FoodPart;

constexpr const char* kHouseholds = "households";
constexpr const char* kSettlements = "settlements";

void add_to_list(Text& list, const Text& item, const char* between) {
    list = list.english.empty() ? item : list + core::same_text(between) + item;
}

/// Chooses the sources one after the other.
class Planning {
public:
    Planning(const Arguments& arguments, core::Diagnostics& diagnostics)
        : arguments_(arguments), diagnostics_(diagnostics) {}

    FoodPlan run() {
        plan_.by_schooling = judges_by_schooling();
        plan_.from_paddy = takes_paddy();
        plan_.by_poor_families = !settlement_column("poor-share-field") && settlement_column("poor-families-field");
        for (std::size_t i = 0; i < welfare::kFoodParts; ++i) choose(static_cast<FoodPart>(i));
        require_line();
        tell();
        return plan_;
    }

private:
    [[nodiscard]] bool settlement_column(const std::string& field) const {
        return arguments_.column(kSettlements, field) != nullptr;
    }
    [[nodiscard]] bool household_column(const std::string& field) const {
        return arguments_.column(kHouseholds, field) != nullptr;
    }
    [[nodiscard]] bool names_any(const std::vector<std::string>& fields) const {
        // The number of persons serves several parts.
        return std::ranges::any_of(fields, [this](const std::string& field) {
            return field != "persons-field" && arguments_.is_given(field);
        });
    }

    /// A field that was named counts before one that was found.
    [[nodiscard]] bool judges_by_schooling() const {
        if (!household_column("schooling-field")) return false;
        if (!household_column("basic-education-field")) return true;
        return arguments_.is_given("schooling-field") && !arguments_.is_given("basic-education-field");
    }
    [[nodiscard]] bool takes_paddy() const {
        if (!settlement_column("paddy-production-field")) return false;
        if (!settlement_column("settlement-production-field")) return true;
        return arguments_.is_given("paddy-production-field") && !arguments_.is_given("settlement-production-field");
    }

    [[nodiscard]] bool households_have(FoodPart part) const {
        const auto& fields = food_part_words()[welfare::index_of(part)].household_fields;
        const auto has = [this](const std::string& field) { return household_column(field); };
        switch (part) {
            case FoodPart::BeyondHealthCentre:
                return arguments_.has_layer("roads") && arguments_.has_layer("facilities");
            case FoodPart::NoBasicEducation:
                return std::ranges::any_of(fields, has);
            case FoodPart::PoorHouseholds:
                return has("income-field") && (has("persons-field") || arguments_.text("income-of") == "person");
            default:
                return std::ranges::all_of(fields, has);
        }
    }

    [[nodiscard]] bool settlements_have(FoodPart part) const {
        const auto& fields = food_part_words()[welfare::index_of(part)].settlement_fields;
        const bool any = std::ranges::any_of(fields, [this](const auto& field) { return settlement_column(field); });
        if (part == FoodPart::Availability) return any && settlement_column("population-field");
        if (part == FoodPart::PoorHouseholds && plan_.by_poor_families) return settlement_column("families-field");
        return any;
    }

    void choose(FoodPart part) {
        const auto& words = food_part_words()[welfare::index_of(part)];
        const bool is_network = part == FoodPart::BeyondHealthCentre;
        const bool first = households_have(part);
        const bool second = settlements_have(part);
        const bool names_first = is_network ? first : names_any(words.household_fields);
        const bool names_second = names_any(words.settlement_fields);
        if ((names_first && !first) || (names_second && !second)) return report_incomplete(words);
        if (names_first && names_second) return report_both(words, is_network);
        auto& source = plan_.sources[welfare::index_of(part)];
        if (first && !names_second) {
            source = is_network ? FoodSource::Network : FoodSource::Households;
        } else if (second) {
            source = FoodSource::Settlements;
        }
        if (part == FoodPart::PoorHouseholds && source == FoodSource::Households && !arguments_.number("line") &&
            second && !names_first) {
            source = FoodSource::Settlements;
        }
        if (first && second)
            add_to_list(both_, words.phrase + core::same_text(" (") + source_text(source) + core::same_text(")"), ", ");
    }

    void report_incomplete(const FoodPartWords& words) {
        failed_ = true;
        diagnostics_.error(Text{"To tell ", "Untuk menghitung "} + words.phrase +
                           Text{", more is needed than was named: ", ", yang disebutkan belum cukup: "} +
                           words.sources + core::same_text("."));
    }

    void report_both(const FoodPartWords& words, bool is_network) {
        failed_ = true;
        diagnostics_.error(Text{"Fields for ", "Kolom untuk "} + words.phrase +
                           (is_network ? Text{" are named, and roads and facilities given as well: leave one of them "
                                              "out.",
                                              " disebutkan, padahal jalan dan fasilitas juga diberikan: hilangkan "
                                              "salah satunya."}
                                       : Text{" are named both in the household table and in the settlements: leave "
                                              "one of them out.",
                                              " disebutkan baik di tabel rumah tangga maupun di permukiman: hilangkan "
                                              "salah satunya."}));
    }

    void require_line() {
        if (plan_.of(FoodPart::PoorHouseholds) != FoodSource::Households || arguments_.number("line")) return;
        failed_ = true;
        diagnostics_.error(
            {"--line is needed to tell which households are poor: give the poverty line in rupiah per head a month, or "
             "name the settlements' share of the poor with --poor-share-field.",
             "--line diperlukan untuk menentukan rumah tangga miskin: berikan garis kemiskinan dalam rupiah per kapita "
             "sebulan, atau sebutkan proporsi miskin permukiman dengan --poor-share-field."});
    }

    static Text source_text(FoodSource source) {
        if (source == FoodSource::Settlements) return {"a field of the settlements", "kolom permukiman"};
        if (source == FoodSource::Network) return {"roads and facilities", "jalan dan fasilitas"};
        return {"the household table", "tabel rumah tangga"};
    }

    void tell() {
        if (failed_) return;
        if (!both_.english.empty()) {
            diagnostics_.information(Text{"Two sources hold these; the one taken is in brackets: ",
                                          "Ada dua sumber untuk unsur berikut; yang dipakai ada dalam kurung: "} +
                                     both_ + core::same_text("."));
        }
        Text missing;
        std::size_t count = 0;
        for (std::size_t i = 0; i < welfare::kFoodParts; ++i) {
            if (plan_.sources[i] != FoodSource::None) continue;
            const auto& words = food_part_words()[i];
            add_to_list(missing, words.phrase + core::same_text(" (") + words.sources + core::same_text(")"), "; ");
            ++count;
        }
        if (count == 0) return;
        if (count == welfare::kFoodParts) {
            diagnostics_.error(
                Text{"Nothing says anything of food security. Give at least one of these: ",
                     "Tidak ada data tentang ketahanan pangan. Berikan sekurang-kurangnya salah satu: "} +
                missing + core::same_text("."));
        } else {
            diagnostics_.warning(Text{"The combined index is not computed, since there are no data on ",
                                      "Indeks gabungan tidak dihitung karena tidak ada data tentang "} +
                                 missing + core::same_text("."));
        }
    }

    const Arguments& arguments_;
    core::Diagnostics& diagnostics_;
    FoodPlan plan_;
    Text both_;
    bool failed_ = false;
};

/// Tells of options that were given for nothing.
class Refusing {
public:
    Refusing(const Arguments& arguments, const FoodPlan& plan, core::Diagnostics& diagnostics)
        : arguments_(arguments), plan_(plan), diagnostics_(diagnostics) {}

    void run() {
        refuse_without_households();
        refuse_without_network();
        const bool by_line = plan_.of(FoodPart::PoorHouseholds) == FoodSource::Households;
        refuse_unless(by_line, {"line", "at-line-is-poor", "income-period", "income-of"},
                      {"the poor are not told by incomes of a household table",
                       "rumah tangga miskin tidak ditentukan dari pendapatan dalam tabel"});
        const bool judges = plan_.of(FoodPart::NoBasicEducation) == FoodSource::Households && plan_.by_schooling;
        refuse_unless(judges, {"basic-education", "schooling-field"},
                      {"basic education is not judged by years of schooling",
                       "pendidikan dasar tidak dinilai dari lama sekolah"});
        const bool of_settlements = plan_.of(FoodPart::Availability) == FoodSource::Settlements;
        refuse_unless(of_settlements && plan_.from_paddy, {"rice-per-paddy", "paddy-production-field"},
                      {"production is not given as paddy of the settlements",
                       "produksi tidak diberikan sebagai padi permukiman"});
        refuse_unless(of_settlements, {"population-field"},
                      {"production is not given for settlements", "produksi tidak diberikan per permukiman"});
        refuse_unless(plan_.of(FoodPart::Availability) != FoodSource::None, {"cereal-norm"},
                      {"nothing tells of production", "tidak ada data produksi"});
        refuse_unless(
            needs_persons(), {"persons-field"},
            {"nothing is told per head of the household table", "tidak ada angka per kapita dari tabel rumah tangga"});
        refuse_unless(plan_.by_poor_families && plan_.of(FoodPart::PoorHouseholds) == FoodSource::Settlements,
                      {"poor-families-field"},
                      {"the poor are told by another field", "rumah tangga miskin diketahui dari kolom lain"});
        refuse_unless(
            reads_shares(), {"shares-as"},
            {"no share field is used that could hold percent", "tidak ada kolom proporsi yang bisa berisi persen"});
    }

private:
    [[nodiscard]] bool is_given(const std::string& name) const {
        return arguments_.is_given(name) || arguments_.has_layer(name);
    }

    void refuse(const std::string& name, const Text& why) {
        if (!refused_.insert(name).second) return;
        diagnostics_.option_without_effect(core::format_text("--{} has no effect: ", "--{} tidak berpengaruh: ", name) +
                                           why + Text{". Leave it out.", ". Hilangkan saja."});
    }
    void refuse_unless(bool has_effect, std::initializer_list<const char*> names, const Text& why) {
        if (has_effect) return;
        for (const auto* name : names) {
            if (arguments_.is_given(name)) refuse(name, why);
        }
    }

    /// Whether a field is read of which --shares-as may say how it is written.
    [[nodiscard]] bool reads_shares() const {
        for (std::size_t i = 0; i < welfare::kFoodParts; ++i) {
            const auto part = static_cast<FoodPart>(i);
            if (plan_.sources[i] != FoodSource::Settlements || part == FoodPart::Availability) continue;
            if (part == FoodPart::PoorHouseholds && plan_.by_poor_families) continue;
            const auto field = arguments_.field(food_part_words()[i].settlement_fields.front());
            if (!is_named_as_fraction(field)) return true;
        }
        return false;
    }

    [[nodiscard]] bool needs_persons() const {
        return plan_.of(FoodPart::Availability) == FoodSource::Households ||
               (plan_.of(FoodPart::PoorHouseholds) == FoodSource::Households &&
                arguments_.text("income-of") != "person");
    }

    void refuse_without_households() {
        if (plan_.takes(FoodSource::Households)) return;
        if (arguments_.has_layer(kHouseholds)) {
            return refuse(kHouseholds, {"no part is taken from it", "tidak ada unsur yang diambil dari sana"});
        }
        for (const auto& parameter : food_household_parameters()) {
            if (is_given(parameter.name)) {
                refuse(parameter.name, {"there are no --households", "tidak ada --households"});
            }
        }
    }

    void refuse_without_network() {
        if (plan_.of(FoodPart::BeyondHealthCentre) == FoodSource::Network) return;
        for (const auto& parameter : food_network_parameters()) {
            if (!is_given(parameter.name)) continue;
            refuse(parameter.name, {"the distance to the puskesmas needs both --roads and --facilities",
                                    "jarak ke puskesmas memerlukan --roads dan --facilities sekaligus"});
        }
    }

    const Arguments& arguments_;
    const FoodPlan& plan_;
    core::Diagnostics& diagnostics_;
    std::set<std::string> refused_;  ///< each is told of once
};

}  // namespace

std::string_view source_code(FoodSource source) {
    switch (source) {
        case FoodSource::Households:
            return "households";
        case FoodSource::Settlements:
            return "settlements";
        case FoodSource::Network:
            return "network";
        case FoodSource::None:
            break;
    }
    return "none";
}

bool FoodPlan::takes(FoodSource source) const {
    return std::ranges::find(sources, source) != sources.end();
}

FoodPlan plan_food_sources(const Arguments& arguments, core::Diagnostics& diagnostics) {
    return Planning(arguments, diagnostics).run();
}

void refuse_food_options_without_effect(const Arguments& arguments, const FoodPlan& plan,
                                        core::Diagnostics& diagnostics) {
    Refusing(arguments, plan, diagnostics).run();
}

}  // namespace desakota::analyses
