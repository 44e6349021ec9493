#include "engine/analyses/centre_facilities.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "engine/analyses/centre_facility_kinds.h"
#include "engine/analyses/facility_kinds.h"
#include "engine/analyses/feature_messages.h"
#include "engine/analyses/feature_names.h"
#include "engine/analyses/quantity_text.h"
#include "engine/core/units.h"
#include "engine/geo/nearest_points.h"
#include "engine/network/way_fields.h"

namespace desakota::analyses {
namespace {

using core::Text;
using hinterland::CentreFacility;
using hinterland::CentreService;
using hinterland::HealthCareRule;
using Centre = std::optional<std::uint32_t>;

constexpr const char* kLayer = "centre-facilities";
constexpr const char* kNameField = "centre-facility-name-field";

struct FacilityWords {
    CentreFacility facility;
    Text words;
};
std::array<FacilityWords, 5> facility_words() {
    return {{{CentreFacility::JuniorHighSchool, {"junior high school", "sekolah menengah pertama"}},
             {CentreFacility::HealthCentre, {"health centre", "puskesmas"}},
             {CentreFacility::SubHealthCentre, {"sub-health centre", "puskesmas pembantu"}},
             {CentreFacility::DailyMarket, {"daily market", "pasar harian"}},
             {CentreFacility::PublicServices, {"public services", "pelayanan umum"}}}};
}

/// The service that a facility gives under a rule.
bool gives(CentreFacility facility, CentreService service, HealthCareRule rule) {
    const hinterland::FacilityAtCentre one{facility, true};
    const auto completeness = hinterland::centre_completeness({&one, 1}, rule);
    return std::ranges::find(completeness.missing, service) == completeness.missing.end();
}

/// Services that none of some kinds of facilities gives, in a sentence; empty where there are none.
Text services_without(const std::vector<CentreFacility>& there, HealthCareRule rule) {
    Text list;
    for (const auto& name : hinterland::kCentreServiceNames) {
        const bool is_given =
            std::ranges::any_of(there, [&](CentreFacility facility) { return gives(facility, name.service, rule); });
        if (is_given) continue;
        if (!list.english.empty()) list = list + core::same_text(", ");
        list = list + hinterland::service_name(name.service);
    }
    return list;
}

/// Whose each facility is.
class Owners {
public:
    Owners(const Arguments& arguments, const Destinations& centres, core::Diagnostics& diagnostics)
        : arguments_(arguments),
          layer_(arguments.layers.at(kLayer).front()),
          centres_(centres),
          names_(centres.ids, centres.names),
          nearest_(centres.places),
          diagnostics_(diagnostics) {}

    std::vector<Centre> find(const std::vector<std::optional<geo::GridPoint>>& places) {
        const auto called = field_texts(arguments_.column(kLayer, "centre-facility-centre-field"), layer_.row_count);
        std::vector<Centre> owners(layer_.row_count);
        for (std::size_t row = 0; row < owners.size(); ++row) {
            owners[row] = called[row] ? named(*called[row]) : nearest(row, places[row]);
        }
        report();
        return owners;
    }

private:
    Centre named(const std::string& called) {
        const auto found = names_.find(called);
        if (found.size() == 1) return found.front();
        (found.empty() ? unknown_ : shared_).add(called);
        return std::nullopt;
    }

    Centre nearest(std::size_t row, const std::optional<geo::GridPoint>& place) {
        if (!place) return std::nullopt;  // said when places were read
        const auto found = nearest_.nearest(*place);
        if (found && found->metres <= radius()) return centres_.features[found->place];
        far_.push_back(row);
        return std::nullopt;
    }

    [[nodiscard]] double radius() const { return arguments_.number("centre-radius").value_or(0.0); }

    void report() {
        const auto label = layers::describe_layer(layer_);
        const auto centres = layers::describe_layer(arguments_.layers.at("centres").front());
        if (!unknown_.empty()) {
            diagnostics_.error(core::format_text("{0}: facilities of centres that are not in {1}: ",
                                                 "{0}: fasilitas milik pusat yang tidak ada di {1}: ", label, centres) +
                               unknown_.listing() +
                               Text{". Write the id or the name as it stands there, or leave the value empty.",
                                    ". Tulis id atau namanya persis seperti di sana, atau kosongkan."});
        }
        if (!shared_.empty()) {
            diagnostics_.error(
                core::format_text("{0}: facilities name centres by names that several have: ",
                                  "{0}: fasilitas menyebut pusat dengan nama yang dipakai beberapa pusat: ", label) +
                shared_.listing() + Text{". Write the centre's id.", ". Tulis id pusatnya."});
        }
        if (far_.empty()) return;
        diagnostics_.information(
            fill_text("{0}: {1} of {2} facilities lie farther than {3} from any centre and belong to none: ",
                      "{0}: {1} dari {2} fasilitas lebih jauh dari {3} dari pusat mana pun dan tidak dihitung: ",
                      core::same_text(label), grouped(static_cast<double>(far_.size())),
                      grouped(static_cast<double>(layer_.row_count)), length_text(core::to_thousandths(radius()))) +
            feature_list(layer_, far_, arguments_.column(kLayer, kNameField)) + core::same_text("."));
    }

    const Arguments& arguments_;
    const layers::Layer& layer_;
    const Destinations& centres_;
    FeatureNames names_;
    geo::NearestPoints nearest_;
    core::Diagnostics& diagnostics_;
    network::ValueCounts unknown_;
    network::ValueCounts shared_;
    std::vector<std::size_t> far_;
};

/// What is written of the facilities, row for row.
struct Written {
    std::vector<std::optional<std::string>> names;
    std::vector<std::optional<std::string>> kinds;
    std::vector<std::optional<std::string>> statuses;
    bool has_status = false;

    explicit Written(const Arguments& arguments) {
        const auto rows = arguments.layers.at(kLayer).front().row_count;
        const auto* status = arguments.column(kLayer, "centre-facility-status-field");
        names = field_texts(arguments.column(kLayer, kNameField), rows);
        kinds = field_texts(arguments.column(kLayer, "centre-facility-kind-field"), rows);
        statuses = field_texts(status, rows);
        has_status = status != nullptr;
        for (std::size_t row = 0; row < rows; ++row) {
            if (!kinds[row] && names[row]) kinds[row] = kind_in_name(*names[row]);
        }
    }

    /// Missing where nothing is known.
    [[nodiscard]] std::optional<bool> functions(std::size_t row) const {
        return statuses[row] ? std::optional{is_functioning(statuses[row])} : std::nullopt;
    }

private:
    static std::optional<std::string> kind_in_name(const std::string& name) {
        if (auto kind = facility_kind(name)) return kind;
        const auto facility = centre_facility(std::nullopt, name);
        if (!facility) return std::nullopt;
        const auto words = facility_words();
        return std::ranges::find(words, *facility, &FacilityWords::facility)->words.indonesian;
    }
};

/// Sorts the facilities of the layer by centre and kind.
class FacilitySorter {
public:
    FacilitySorter(const Arguments& arguments, std::size_t centres)
        : layer_(arguments.layers.at(kLayer).front()),
          names_(arguments.column(kLayer, kNameField)),
          written_(arguments),
          centres_(centres) {}

    CentreFacilities sort(const std::vector<Centre>& owners) {
        CentreFacilities sorted;
        sorted.tells_services = true;
        sorted.of_centre.resize(centres_);
        const auto kind_of_row = number_kinds(owners, sorted);
        sorted.counts.assign(centres_ * sorted.kinds.size(), 0.0);
        for (std::size_t row = 0; row < owners.size(); ++row) {
            if (owners[row] && kind_of_row[row]) add(row, *owners[row], *kind_of_row[row], sorted);
        }
        return sorted;
    }

    void report(HealthCareRule rule, core::Diagnostics& diagnostics) const {
        const auto label = core::same_text(layers::describe_layer(layer_));
        if (!without_kind_.empty()) {
            diagnostics.warning(
                label +
                core::format_text(
                    ": {} facilities are left out, since neither kind nor name tells what they "
                    "are: ",
                    ": {} fasilitas tidak dihitung karena jenis maupun namanya tidak jelas: ", without_kind_.size()) +
                feature_list(layer_, without_kind_, names_) + core::same_text("."));
        }
        if (counted_ == 0) {
            diagnostics.error(label + Text{": no facility belongs to a centre. Raise --centre-radius, or name the "
                                           "field that says whose each is with --centre-facility-centre-field.",
                                           ": tidak ada fasilitas yang menjadi milik suatu pusat. Naikkan "
                                           "--centre-radius, atau sebutkan kolom pusatnya dengan "
                                           "--centre-facility-centre-field."});
            return;
        }
        report_services(rule, label, diagnostics);
        if (idle_.empty()) return;
        diagnostics.information(label +
                                core::format_text(": {0} of {1} facilities do not function and count as absent: ",
                                                  ": {0} dari {1} fasilitas tidak berfungsi dan dianggap tidak ada: ",
                                                  idle_.size(), counted_) +
                                feature_list(layer_, idle_, names_) + core::same_text("."));
    }

private:
    /// Kinds in the order of their names, so that the order of rows plays no part.
    std::vector<std::optional<std::size_t>> number_kinds(const std::vector<Centre>& owners, CentreFacilities& sorted) {
        std::map<std::string, std::string> kinds;
        for (std::size_t row = 0; row < owners.size(); ++row) {
            const auto& kind = written_.kinds[row];
            if (owners[row] && kind) kinds.emplace(network::normalised(*kind), *kind);
            if (owners[row] && !kind) without_kind_.push_back(row);
        }
        std::map<std::string, std::size_t> numbers;
        for (const auto& [code, name] : kinds) {
            numbers.emplace(code, sorted.kinds.size());
            sorted.kinds.push_back({name, 0.0, written_.has_status ? std::optional{0.0} : std::nullopt});
        }
        std::vector<std::optional<std::size_t>> of_row(owners.size());
        for (std::size_t row = 0; row < owners.size(); ++row) {
            const auto& kind = written_.kinds[row];
            if (owners[row] && kind) of_row[row] = numbers.at(network::normalised(*kind));
        }
        return of_row;
    }

    void add(std::size_t row, std::uint32_t centre, std::size_t kind, CentreFacilities& sorted) {
        const auto functions = written_.functions(row);
        auto& of_kind = sorted.kinds[kind];
        ++counted_;
        of_kind.facilities += 1.0;
        if (functions.value_or(true)) {
            sorted.counts[centre * sorted.kinds.size() + kind] += 1.0;
            if (of_kind.functioning) *of_kind.functioning += 1.0;
        } else {
            idle_.push_back(row);
        }
        const auto facility = centre_facility(written_.kinds[row], written_.names[row]);
        if (facility) sorted.of_centre[centre].push_back({*facility, functions});
        (facility ? counted_as_[*facility] : other_).add(*written_.kinds[row]);
    }

    void report_services(HealthCareRule rule, const Text& label, core::Diagnostics& diagnostics) const {
        std::vector<CentreFacility> there;
        Text list;
        for (const auto& [facility, words] : facility_words()) {
            const auto place = counted_as_.find(facility);
            if (place == counted_as_.end()) continue;
            there.push_back(facility);
            list = list + core::same_text(list.english.empty() ? "" : "; ") + words + core::same_text(": ") +
                   place->second.listing();
        }
        if (!other_.empty()) {
            list = list + core::same_text(list.english.empty() ? "" : "; ") + Text{"others: ", "lainnya: "} +
                   other_.listing();
        }
        if (!list.english.empty()) {
            diagnostics.information(label + Text{": kinds of facilities: ", ": jenis fasilitas: "} + list +
                                    core::same_text("."));
        }
        const auto nowhere = services_without(there, rule);
        if (nowhere.english.empty()) return;
        diagnostics.warning(
            label + fill_text(": no facility at any centre gives: {}. Every centre is said to lack it; where the layer "
                              "does not hold such facilities, add them.",
                              ": tidak ada fasilitas di pusat mana pun untuk: {}. Semua pusat dinyatakan "
                              "kekurangan; bila lapisan ini memang tidak memuatnya, tambahkan.",
                              nowhere));
    }

    const layers::Layer& layer_;
    const layers::Column* names_;
    Written written_;
    std::size_t centres_;
    std::vector<std::size_t> without_kind_;
    std::vector<std::size_t> idle_;
    std::size_t counted_ = 0;
    std::map<CentreFacility, network::ValueCounts> counted_as_;
    network::ValueCounts other_;
};

CentreFacilities from_fields(const FacilityFields& fields, HealthCareRule rule, core::Diagnostics& diagnostics) {
    CentreFacilities read;
    read.counts = fields.counts;
    const auto counts = fields.view();
    read.of_centre.resize(counts.places());
    std::vector<CentreFacility> there;
    for (std::size_t kind = 0; kind < counts.kinds; ++kind) {
        auto& of_kind = read.kinds.emplace_back(CentreFacilityKind{fields.kinds[kind], 0.0, std::nullopt});
        const auto facility = centre_facility(of_kind.name, std::nullopt);
        if (facility) there.push_back(*facility);
        for (std::size_t centre = 0; centre < counts.places(); ++centre) {
            of_kind.facilities += counts.at(centre, kind);
            if (facility && counts.at(centre, kind) > 0.0) read.of_centre[centre].push_back({*facility, std::nullopt});
        }
    }
    const auto uncounted = services_without(there, rule);
    read.tells_services = uncounted.english.empty();
    if (!read.tells_services) {
        diagnostics.warning(fill_text(
            "--facility-fields: no field counts: {}. Whether the centres are complete is left open.",
            "--facility-fields: tidak ada kolom jumlah untuk: {}. Kelengkapan pusat tidak dinilai.", uncounted));
    }
    return read;
}

}  // namespace

CentreFacilities read_centre_facilities(Arguments& arguments, const Destinations& centres, const CentreMasses& masses,
                                        RunContext& context) {
    const auto rule = arguments.text("health-care-rule") == "sub_health_centre"
                          ? HealthCareRule::SubHealthCentreSuffices
                          : HealthCareRule::HealthCentreOnly;
    CentreFacilities read;
    if (arguments.has_layer(kLayer)) {
        const auto& layer = *arguments.layer(kLayer);
        const auto places = read_places(layer, arguments.column(kLayer, kNameField), context);
        const auto owners = Owners(arguments, centres, context.diagnostics).find(places.first_places(layer.row_count));
        FacilitySorter sorter(arguments, centres.size());
        read = sorter.sort(owners);
        sorter.report(rule, context.diagnostics);
    } else if (!masses.facilities.kinds.empty()) {
        read = from_fields(masses.facilities, rule, context.diagnostics);
    }
    read.health_care = rule;
    context.progress.step(1.0);
    return read;
}

}  // namespace desakota::analyses
