#include "engine/analyses/programme_activities.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <unordered_map>
#include <utility>

#include "engine/analyses/feature_messages.h"
#include "engine/analyses/household_values.h"
#include "engine/analyses/quantity_text.h"
#include "engine/analyses/settlement_values.h"
#include "engine/core/number_text.h"
#include "engine/network/way_fields.h"

namespace desakota::analyses {
namespace {

using core::Text;

constexpr const char* kActivities = "activities";
constexpr const char* kSettlementField = "activity-settlement-field";
constexpr const char* kKecamatanField = "activity-kecamatan-field";
constexpr double kMillisecondsAMinute = 60000.0;
constexpr double kMostParticipants = 1e10;

using Rows = std::vector<std::uint32_t>;

/// Finds rows by what a table calls them.
class CalledRows {
public:
    CalledRows(const std::vector<std::string>& ids, const std::vector<std::optional<std::string>>& names) {
        for (std::uint32_t row = 0; row < ids.size(); ++row) {
            by_id_.emplace(ids[row], row);
            const auto& name = names[row];
            if (name) by_name_[network::normalised(*name)].push_back(row);
        }
    }

    /// By id, else by name; empty where there is no such row, several where they share the name.
    [[nodiscard]] Rows find(const std::string& called) const {
        if (const auto found = by_id_.find(called); found != by_id_.end()) return {found->second};
        const auto found = by_name_.find(network::normalised(called));
        return found == by_name_.end() ? Rows{} : found->second;
    }

private:
    std::unordered_map<std::string, std::uint32_t> by_id_;
    std::unordered_map<std::string, Rows> by_name_;
};

/// Reads the table of activities and says what is wrong with it.
class ActivityReader {
public:
    ActivityReader(const Arguments& arguments, const Settlements& settlements, ConfirmedMatches& matches,
                   core::Diagnostics& diagnostics)
        : arguments_(arguments),
          table_(arguments.layers.at(kActivities).front()),
          label_(layers::describe_layer(table_)),
          names_(arguments.column(kActivities, "activity-field")),
          settlements_(settlements),
          matches_(matches),
          diagnostics_(diagnostics) {}

    void read(Programme& programme, core::Progress& progress) {
        const auto* settlement_column = arguments_.column(kActivities, kSettlementField);
        if (!has_what_is_needed(settlement_column)) return;
        const auto participants = counts("participants-field", {"participants", "jumlah peserta"});
        const auto poor = counts("poor-participants-field", {"poor participants", "jumlah peserta miskin"});
        const auto groups = field_texts(arguments_.column(kActivities, "activity-group-field"), table_.row_count);
        programme.has_poor_participants = arguments_.column(kActivities, "poor-participants-field") != nullptr;
        programme.group_field = arguments_.field("activity-group-field");
        const CalledRows called(settlements_.ids, settlements_.names);
        const TableCalls calls(arguments_, {kActivities, kSettlementField, kKecamatanField});
        core::LoopSteps steps(progress, 0.0, 1.0, table_.row_count);
        for (std::size_t row = 0; row < table_.row_count; ++row) {
            steps.at(row);
            const auto settlement = settlement_of(called, calls.at(row));
            const bool is_sound = is_poor_part_sound(row, participants[row], poor[row]);
            if (!settlement || !is_sound) continue;
            programme.activities.push_back({*settlement, participants[row], poor[row]});
            if (!programme.group_field.empty()) programme.groups.push_back(groups[row]);
        }
        report_settlements();
    }

private:
    using Counts = std::vector<std::optional<double>>;

    bool has_what_is_needed(const layers::Column* settlement_column) {
        const bool has_participants = arguments_.column(kActivities, "participants-field") != nullptr;
        if (settlement_column == nullptr) {
            diagnostics_.error(
                core::format_text("{}: no field says in which settlement each activity took place. Name it with "
                                  "--activity-settlement-field.",
                                  "{}: tidak ada kolom permukiman tempat kegiatan berlangsung. Sebutkan dengan "
                                  "--activity-settlement-field.",
                                  label_));
        }
        if (!has_participants) {
            diagnostics_.error(core::format_text(
                "{}: no field holds how many families took part. Name it with --participants-field.",
                "{}: tidak ada kolom jumlah keluarga peserta. Sebutkan dengan --participants-field.", label_));
        }
        if (table_.row_count == 0) {
            diagnostics_.error(
                core::format_text("{}: the table holds no activities.", "{}: tabel tidak berisi kegiatan.", label_));
        }
        return settlement_column != nullptr && has_participants && table_.row_count > 0;
    }

    /// Without a word of what stands there: the field might hold the participants' names.
    Counts counts(const std::string& field, Text what) {
        Counts counts(table_.row_count);
        const auto* column = arguments_.column(kActivities, field);
        if (column == nullptr) return counts;
        const NumberRule rule{field, std::move(what), 0.0, kMostParticipants, false, true};
        const auto values = read_number_column(table_, *column, rule, diagnostics_);
        for (std::size_t row = 0; row < values.size(); ++row) {
            if (!std::isnan(values[row])) counts[row] = values[row];
        }
        return counts;
    }

    std::optional<std::size_t> settlement_of(const CalledRows& called, const std::optional<TableCall>& call) {
        if (!call) {
            ++without_settlement_;
            return std::nullopt;
        }
        if (const auto confirmed = matches_.find(*call)) return *confirmed;
        const auto rows = called.find(call->text);
        if (rows.size() == 1) return rows.front();
        (rows.empty() ? unknown_ : ambiguous_).add(call->text);
        return std::nullopt;
    }

    bool is_poor_part_sound(std::size_t row, const std::optional<double>& all, const std::optional<double>& poor) {
        if (!poor || (all && *poor <= *all)) return true;
        const auto title = feature_title(table_, row, names_);
        if (all) {
            diagnostics_.error(
                core::format_text("{0}: {1} poor participants, but only {2} participants. Correct one of the two.",
                                  "{0}: peserta miskin {1}, padahal peserta hanya {2}. Betulkan salah satunya.", title,
                                  core::number_text(*poor), core::number_text(*all)));
        } else {
            diagnostics_.error(core::format_text(
                "{0}: {1} poor participants, but no number of participants. Write both, or leave both empty.",
                "{0}: peserta miskin {1}, tetapi jumlah peserta kosong. Isi keduanya, atau kosongkan keduanya.", title,
                core::number_text(*poor)));
        }
        return false;
    }

    void report_settlements() {
        if (!unknown_.empty()) {
            diagnostics_.error(
                core::format_text("{0}: '{1}' holds settlements that are not in {2}: ",
                                  "{0}: '{1}' berisi permukiman yang tidak ada di {2}: ", label_,
                                  arguments_.field(kSettlementField), settlement_label()) +
                unknown_.listing() +
                Text{". Write the id or the name as it stands there, add the settlements, or name the matching fields "
                     "with --id-field, --name-field and --activity-settlement-field.",
                     ". Tulis id atau namanya persis seperti di sana, tambahkan permukimannya, atau sebutkan kolom "
                     "yang sesuai dengan --id-field, --name-field, dan --activity-settlement-field."});
        }
        if (!ambiguous_.empty()) {
            diagnostics_.error(
                core::format_text("{0}: '{1}' holds names that several settlements of {2} have: ",
                                  "{0}: '{1}' berisi nama yang dipakai beberapa permukiman di {2}: ", label_,
                                  arguments_.field(kSettlementField), settlement_label()) +
                ambiguous_.listing() + Text{". Write the settlement's id instead.", ". Tulis id permukimannya."});
        }
        if (without_settlement_ > 0) {
            diagnostics_.warning(core::format_text("{0}: activities left out, since they have no settlement: {1}.",
                                                   "{0}: kegiatan tidak disertakan karena permukimannya kosong: {1}.",
                                                   label_, without_settlement_));
        }
    }

    [[nodiscard]] std::string settlement_label() const {
        return layers::describe_layer(arguments_.layers.at("settlements").front());
    }

    const Arguments& arguments_;
    const layers::Layer& table_;
    std::string label_;
    const layers::Column* names_;
    const Settlements& settlements_;
    ConfirmedMatches& matches_;
    core::Diagnostics& diagnostics_;
    network::ValueCounts unknown_;
    network::ValueCounts ambiguous_;
    std::size_t without_settlement_ = 0;
};

void read_poor_families(const Arguments& arguments, const Settlements& settlements, Programme& programme,
                        core::Diagnostics& diagnostics) {
    const auto& layer = arguments.layers.at("settlements").front();
    const auto* names = arguments.column("settlements", "name-field");
    programme.poor_families = read_settlement_amounts(
        arguments, {"poor-families-field", {"poor families", "jumlah keluarga miskin"}}, diagnostics);
    programme.has_poor_families = !programme.poor_families.empty();
    programme.poor_families.resize(settlements.size());
    for (std::size_t row = 0; row < settlements.size(); ++row) {
        auto& poor = programme.poor_families[row];
        const auto& families = settlements.families[row];
        if (!poor || !families || *poor <= *families) continue;
        diagnostics.error(core::format_text("{0}: {1} poor families, but only {2} families. Correct one of the two.",
                                            "{0}: keluarga miskin {1}, padahal keluarga hanya {2}. Betulkan salah "
                                            "satunya.",
                                            feature_title(layer, row, names), core::number_text(*poor),
                                            core::number_text(*families)));
        poor.reset();
    }
}

/// What of the programme cannot be told, and which field would help.
void warn_of_missing_fields(const Settlements& settlements, const Programme& programme,
                            core::Diagnostics& diagnostics) {
    if (!settlements.has_families) {
        diagnostics.warning(
            {"Programme: without the number of families the share of them that takes part is not "
             "known. Name the field with --families-field.",
             "Program: tanpa jumlah keluarga, bagian keluarga yang ikut tidak diketahui. Sebutkan "
             "kolomnya dengan --families-field."});
    }
    if (!programme.has_poor_families) {
        diagnostics.warning(
            {"Programme: without the number of poor families it is not known whether they are "
             "reached. Name the field with --poor-families-field.",
             "Program: tanpa jumlah keluarga miskin, tidak diketahui apakah mereka terjangkau. "
             "Sebutkan kolomnya dengan --poor-families-field."});
    }
    if (!programme.has_poor_participants) {
        diagnostics.warning(
            {"Programme: without the number of poor participants it is not known whom the activities "
             "reach. Name the field with --poor-participants-field.",
             "Program: tanpa jumlah peserta miskin, tidak diketahui siapa yang terjangkau kegiatan. "
             "Sebutkan kolomnya dengan --poor-participants-field."});
    }
}

/// More take part than there are: perhaps the same families several times.
void warn_of_too_many(const Arguments& arguments, const Settlements& settlements, const Programme& programme,
                      core::Diagnostics& diagnostics) {
    std::vector<hinterland::ProgrammeSettlement> known(settlements.size());
    for (std::size_t row = 0; row < known.size(); ++row) {
        known[row] = {settlements.families[row], programme.poor_families[row], core::kUnreachable};
    }
    const auto reached = hinterland::settlement_reach(known, programme.activities, programme.participants_are);
    std::vector<std::size_t> all;
    std::vector<std::size_t> poor;
    for (std::size_t row = 0; row < known.size(); ++row) {
        if (reached[row].participants > known[row].families && known[row].families) all.push_back(row);
        if (reached[row].poor_participants > known[row].poor_families && known[row].poor_families) poor.push_back(row);
    }
    const auto& layer = arguments.layers.at("settlements").front();
    const auto* names = arguments.column("settlements", "name-field");
    const bool added = programme.participants_are == hinterland::ParticipantsAre::DifferentFamilies;
    const Text remedy = added ? Text{" If the same families take part in several activities, say --participants-are "
                                     "same.",
                                     " Bila keluarga yang sama ikut beberapa kegiatan, tulis --participants-are same."}
                              : Text{};
    const auto tell = [&](const std::vector<std::size_t>& rows, const char* english, const char* indonesian) {
        if (rows.empty()) return;
        const auto list = feature_list(layer, rows, names);
        diagnostics.warning(Text{english + list.english + ".", indonesian + list.indonesian + "."} + remedy);
    };
    tell(all, "More participants than families, so that all of them count as covered: ",
         "Peserta lebih banyak daripada keluarga, sehingga semua keluarga dianggap tercakup: ");
    tell(poor, "More poor participants than poor families, so that all of them count as covered: ",
         "Peserta miskin lebih banyak daripada keluarga miskin, sehingga semuanya dianggap tercakup: ");
}

/// "PK-01 (KPB Telang), PS-01 (Purwosari) and 3 more".
Text centre_list(const Destinations& centres) {
    constexpr std::size_t kListed = 10;
    std::string list;
    for (std::size_t i = 0; i < std::min(kListed, centres.size()); ++i) {
        if (i > 0) list += ", ";
        list += centres.ids[i];
        const auto& name = centres.names[i];
        if (name) list += " (" + *name + ")";
    }
    if (centres.size() <= kListed) return core::same_text(list);
    return core::format_text("{0} and {1} more", "{0}, dan {1} lagi", list, centres.size() - kListed);
}

std::optional<std::uint32_t> find_centre(const Arguments& arguments, const Destinations& centres,
                                         core::Diagnostics& diagnostics) {
    const auto called = trimmed_text(arguments.text("programme-centre"));
    if (called.empty()) return std::nullopt;
    const auto found = CalledRows(centres.ids, centres.names).find(called);
    if (found.size() == 1) {
        if (has_location(centres, found.front())) return found.front();
        diagnostics.error(core::format_text("--programme-centre: \"{0}\" has no location. Name another centre.",
                                            "--programme-centre: \"{0}\" tidak punya lokasi. Sebutkan pusat lain.",
                                            called));
        return std::nullopt;
    }
    if (found.empty()) {
        diagnostics.error(fill_text("--programme-centre: no centre has the id or name \"{0}\". There are: {1}.",
                                    "--programme-centre: tidak ada pusat dengan id atau nama \"{0}\". Yang ada: {1}.",
                                    core::same_text(called), centre_list(centres)));
    } else {
        diagnostics.error(core::format_text(
            "--programme-centre: {1} centres are called \"{0}\". Write the centre's id instead.",
            "--programme-centre: {1} pusat bernama \"{0}\". Tulis id pusatnya.", called, found.size()));
    }
    return std::nullopt;
}

std::vector<std::int64_t> limits_of(const Arguments& arguments, network::Objective cost) {
    const bool by_time = cost == network::Objective::Time;
    std::vector<double> given = by_time ? std::vector{15.0, 30.0, 60.0} : std::vector{5000.0, 10000.0, 20000.0};
    const auto place = arguments.numbers.find("reach-bands");
    if (place != arguments.numbers.end() && !place->second.empty()) given = place->second;
    std::vector<std::int64_t> limits;
    limits.reserve(given.size());
    for (const auto limit : given) {
        limits.push_back(by_time ? std::llrint(limit * kMillisecondsAMinute) : core::to_thousandths(limit));
    }
    std::ranges::sort(limits);
    const auto twice = std::ranges::unique(limits);
    limits.erase(twice.begin(), twice.end());
    return limits;
}

}  // namespace

std::optional<Programme> read_programme(Arguments& arguments, const Settlements& settlements,
                                        const Destinations& centres, ConfirmedMatches& matches, RunContext& context) {
    if (!arguments.has_layer(kActivities)) return std::nullopt;
    refuse_kecamatan_field_without_matches(arguments, kKecamatanField, context.diagnostics);
    Programme programme;
    if (arguments.text("participants-are") == "same") {
        programme.participants_are = hinterland::ParticipantsAre::SameFamilies;
    }
    if (arguments.text("cost") == "time") programme.cost = network::Objective::Time;
    programme.limits = limits_of(arguments, programme.cost);
    programme.centre = find_centre(arguments, centres, context.diagnostics);
    read_poor_families(arguments, settlements, programme, context.diagnostics);
    core::Stage reading(context.progress, 0.1, 0.9);
    ActivityReader(arguments, settlements, matches, context.diagnostics).read(programme, reading);
    warn_of_missing_fields(settlements, programme, context.diagnostics);
    warn_of_too_many(arguments, settlements, programme, context.diagnostics);
    context.progress.step(1.0);
    return programme;
}

}  // namespace desakota::analyses
