#include "engine/analyses/health_serving.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <span>
#include <string_view>
#include <utility>

#include "engine/analyses/facility_kinds.h"
#include "engine/analyses/feature_fields.h"
#include "engine/analyses/parameter_builders.h"
#include "engine/network/way_fields.h"

namespace desakota::analyses {
namespace {

using core::Text;

constexpr const char* kSettlements = "settlements";
constexpr const char* kServingField = "serving-field";

bool is_part_of_word(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || (letter & '\x80') != 0;
}

/// Takes one of the words off the front, with the blanks, full stops and colons behind it.
bool take_word(std::string_view& text, std::span<const std::string_view> words) {
    for (const auto word : words) {
        if (!text.starts_with(word)) continue;
        auto rest = text.substr(word.size());
        if (!rest.empty() && is_part_of_word(rest.front())) continue;
        rest.remove_prefix(std::min(rest.find_first_not_of(" .:"), rest.size()));
        text = rest;
        return true;
    }
    return false;
}

/// A puskesmas's name without the words for puskesmas before it; other names as they are.
std::string bare_name(const std::string& name) {
    static constexpr std::array<std::string_view, 3> kOffices{"uptd", "upt", "blud"};
    static constexpr std::array<std::string_view, 4> kKinds{"puskesmas", "pusk", "pkm", "pusat kesehatan masyarakat"};
    const auto kind = facility_kind(name);
    if (kind && *kind != "puskesmas") return name;
    std::string_view rest = name;
    while (take_word(rest, kOffices)) {
    }
    return take_word(rest, kKinds) && !rest.empty() ? std::string(rest) : name;
}

std::string without_blanks(std::string name) {
    std::erase(name, ' ');
    return name;
}

/// Whether a settlement's field says that there is no assigned facility.
bool says_none(const std::string& called) {
    static constexpr std::array<std::string_view, 9> kNone{"-",   "--",  "---",       "\xE2\x80\x93", "\xE2\x80\x94",
                                                           "...", "n/a", "tidak ada", "belum ada"};
    return std::ranges::find(kNone, network::normalised(called)) != kNone.end();
}

/// Finds facilities by what the settlements call them.
class ServingNames {
public:
    struct Called {
        ServingMatch match = ServingMatch::NotFound;
        std::uint32_t facility = network::kNone;
    };

    explicit ServingNames(const Facilities& facilities) : counts_(facilities.counting()) {
        const auto& all = facilities.destinations;
        for (std::uint32_t i = 0; i < all.size(); ++i) {
            counts_[i] = counts_[i] && has_location(all, i);
            by_id_.emplace(all.ids[i], i);
            const auto& name = all.names[i];
            if (!name) continue;
            const auto plain = network::normalised(*name);
            auto& names = counts_[i] ? counting_ : others_;
            const auto bare = bare_name(plain);
            names.plain[plain].push_back(i);
            names.bare[bare].push_back(i);
            for (const auto& joined : std::set{without_blanks(plain), without_blanks(bare)}) {
                names.joined[joined].push_back(i);
            }
        }
    }

    [[nodiscard]] Called find(const std::string& called) const {
        if (const auto place = by_id_.find(called); place != by_id_.end()) return judge(place->second);
        const auto plain = network::normalised(called);
        const auto bare = bare_name(plain);
        for (const auto* names : {&counting_, &others_}) {
            for (const auto& [index, key] : {std::pair{&names->plain, &plain}, std::pair{&names->bare, &bare}}) {
                if (const auto found = look_up(*index, *key)) return *found;
            }
        }
        // Only the blanks differ: "MULYA SARI" of Mulyasari.
        for (const auto* names : {&counting_, &others_}) {
            for (const auto& key : {without_blanks(plain), without_blanks(bare)}) {
                if (const auto found = look_up(names->joined, key)) return *found;
            }
        }
        return {};
    }

private:
    using Index = std::map<std::string, std::vector<std::uint32_t>>;
    struct Names {
        Index plain;
        Index bare;
        Index joined;  // either without blanks
    };

    [[nodiscard]] std::optional<Called> look_up(const Index& index, const std::string& key) const {
        const auto place = index.find(key);
        if (place == index.end()) return std::nullopt;
        if (place->second.size() > 1) return Called{ServingMatch::Ambiguous, network::kNone};
        return judge(place->second.front());
    }

    [[nodiscard]] Called judge(std::uint32_t facility) const {
        return {counts_[facility] ? ServingMatch::Found : ServingMatch::NotCounted, facility};
    }

    std::vector<bool> counts_;
    std::map<std::string, std::uint32_t> by_id_;
    Names counting_;
    Names others_;
};

/// What could not be taken, by name.
struct ServingFaults {
    network::ValueCounts not_found;
    network::ValueCounts ambiguous;
    network::ValueCounts not_counted;

    void add(ServingMatch match, const std::string& called) {
        if (match == ServingMatch::NotFound) not_found.add(called);
        if (match == ServingMatch::Ambiguous) ambiguous.add(called);
        if (match == ServingMatch::NotCounted) not_counted.add(called);
    }
};

std::string label_of(const Arguments& arguments) {
    return layers::describe_layer(arguments.layers.at(kSettlements).front());
}

void warn_of(const ServingFaults& faults, const Arguments& arguments, core::Diagnostics& diagnostics) {
    const auto warn = [&](const network::ValueCounts& values, const Text& what, const Text& remedy) {
        if (values.empty()) return;
        const auto begins = core::format_text("{0}: {1} settlements name ", "{0}: {1} permukiman menyebut ",
                                              label_of(arguments), values.total());
        diagnostics.warning(begins + what + core::same_text(": ") + values.listing() + remedy);
    };
    warn(faults.not_found,
         {"an assigned facility that the facilities layer does not have",
          "fasilitas wilayah kerja yang tidak ada dalam lapisan fasilitas"},
         {". Nothing is known of their assigned facility. Write its id or its name as it stands there.",
          ". Fasilitas wilayah kerjanya tidak diketahui. Tulis id atau namanya seperti di sana."});
    warn(faults.ambiguous,
         {"an assigned facility by a name that several facilities share",
          "fasilitas wilayah kerja dengan nama yang dipakai beberapa fasilitas"},
         {". Nothing is known of their assigned facility. Write its id.",
          ". Fasilitas wilayah kerjanya tidak diketahui. Tulis id-nya."});
    warn(faults.not_counted,
         core::format_text("an assigned facility that does not count as {} (another kind, not functioning, or without "
                           "a location)",
                           "fasilitas wilayah kerja yang tidak dihitung sebagai {} (jenis lain, tidak berfungsi, atau "
                           "tanpa lokasi)",
                           arguments.text("count-as")),
         {". The way to it is not measured.", ". Jaraknya tidak dihitung."});
}

/// Where nothing of the field is a facility, it is probably another field.
void refuse_field(const ServingFaults& faults, const Arguments& arguments, core::Diagnostics& diagnostics) {
    const auto begins = core::format_text("{0}: no value of the field '{1}' is the id or name of a facility",
                                          "{0}: tidak ada isi kolom '{1}' yang merupakan id atau nama fasilitas",
                                          label_of(arguments), arguments.field(kServingField));
    const auto values = faults.not_found.empty() ? Text{" (it names none)", " (tidak ada yang disebut)"}
                                                 : core::same_text(": ") + faults.not_found.listing();
    diagnostics.error(begins + values +
                      Text{". Name the field of the assigned facility with --serving-field.",
                           ". Sebutkan kolom fasilitas wilayah kerja dengan --serving-field."});
}

}  // namespace

std::vector<Parameter> serving_parameters() {
    return {with_words(
        field_parameter(kServingField, kSettlements), {"Assigned facility", "Fasilitas wilayah kerja"},
        {"Field of the settlements with the id or name of the puskesmas that each is assigned to (wilayah kerja). The "
         "way to it then stands beside the way to the nearest, and where they differ.",
         "Kolom permukiman berisi id atau nama puskesmas yang wilayah kerjanya mencakup permukiman itu. Jarak ke sana "
         "kemudian disajikan di samping jarak ke yang terdekat, beserta di mana keduanya berbeda."})};
}

std::optional<ServingQuestion> read_serving(const HealthQuestion& question, const Arguments& arguments,
                                            core::Diagnostics& diagnostics) {
    const auto* column = arguments.column(kSettlements, kServingField);
    if (column == nullptr || question.settlements.size() == 0 || question.facilities.destinations.size() == 0) {
        return std::nullopt;
    }
    const ServingNames names(question.facilities);
    ServingQuestion serving;
    serving.called = field_texts(column, question.settlements.size());
    ServingFaults faults;
    for (const auto& called : serving.called) {
        const bool is_assigned = called && !says_none(*called);
        const auto found = is_assigned ? names.find(*called) : ServingNames::Called{ServingMatch::NotAssigned};
        serving.matches.push_back(found.match);
        serving.facilities.push_back(found.facility);
        if (called) faults.add(found.match, *called);
    }
    const bool any_named = std::ranges::any_of(serving.matches, [](ServingMatch match) {
        return match != ServingMatch::NotAssigned && match != ServingMatch::NotFound;
    });
    any_named ? warn_of(faults, arguments, diagnostics) : refuse_field(faults, arguments, diagnostics);
    return serving;
}

}  // namespace desakota::analyses
