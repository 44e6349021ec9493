#include "engine/analyses/centrality.h"

#include <algorithm>
#include <array>
#include <utility>

#include "engine/analyses/quantity_text.h"
#include "engine/analyses/way_columns.h"
#include "engine/analyses/way_styles.h"

namespace desakota::analyses {
namespace {

using core::Text;
using hinterland::CentreCompleteness;
using layers::Column;
using layers::ColumnDefinition;
using layers::ColumnType;
using layers::Layer;

/// What is usually asked of a scale (centrality.h of room hinterland).
constexpr double kReproducible = 0.90;
constexpr double kScalable = 0.60;

ColumnDefinition yes_no_column(std::string name, Text alias) {
    return {std::move(name), ColumnType::YesNo, {}, std::move(alias)};
}

/// The columns of kinds that are there at some centre.
std::vector<double> found_counts(const CentreFacilities& facilities, std::size_t centres, Centrality& centrality) {
    const auto kinds = facilities.kinds.size();
    std::vector<std::size_t> found;
    for (std::size_t kind = 0; kind < kinds; ++kind) {
        bool any = false;
        for (std::size_t centre = 0; centre < centres; ++centre) {
            any = any || facilities.counts[centre * kinds + kind] > 0.0;
        }
        centrality.column_of_kind.push_back(any ? std::optional{found.size()} : std::nullopt);
        if (any) found.push_back(kind);
    }
    std::vector<double> counts;
    for (std::size_t centre = 0; centre < centres; ++centre) {
        for (const auto kind : found) counts.push_back(facilities.counts[centre * kinds + kind]);
    }
    return counts;
}

std::int64_t rank_of(const hinterland::Scalogram& scalogram, std::size_t centre) {
    const auto own = scalogram.kinds_of_place[centre];
    return 1 + std::ranges::count_if(scalogram.kinds_of_place, [own](std::size_t kinds) { return kinds > own; });
}

std::string missing_services(const CentreCompleteness& completeness, core::Language language) {
    std::string list;
    for (const auto service : completeness.missing) {
        if (!list.empty()) list += "; ";
        list += hinterland::service_name(service).in(language);
        const auto& state = completeness.services[static_cast<std::size_t>(service)];
        if (state.state != hinterland::ServiceState::State::NotFunctioning) continue;
        list += Text{" (there, not functioning)", " (ada, tidak berfungsi)"}.in(language);
    }
    return list;
}

void add_completeness(Layer& layer, const Centrality& centrality, core::Language language) {
    const auto first = layer.columns.size() - 4;
    for (const auto& row : centrality.completeness) {
        auto column = layer.columns.begin() + static_cast<std::ptrdiff_t>(first);
        if (!row) {
            for (; column != layer.columns.end(); ++column) column->add_missing();
            continue;
        }
        (column++)->add_whole_number(static_cast<std::int64_t>(row->present));
        row->is_complete() ? (column++)->add_missing() : (column++)->add_text(missing_services(*row, language));
        (column++)->add_yes_no(row->is_complete());
        (column++)->add_yes_no(row->unsure);
    }
}

std::vector<ColumnDefinition> facility_columns() {
    return {text_column("kind", {"Kind of facility", "Jenis fasilitas"}),
            number_column("facilities", "", {"Facilities at the centres", "Fasilitas di pusat"}),
            number_column("functioning", "", {"Of these functioning", "Yang berfungsi"}),
            count_column("centres_with", {"Centres that have it", "Pusat yang memilikinya"}),
            number_column("marshall_weight", "", {"Marshall's weight of one", "Bobot Marshall per fasilitas"}),
            count_column("scalogram_order", {"Order in the scalogram", "Urutan dalam skalogram"})};
}

std::int64_t centres_with(const CentreFacilities& facilities, std::size_t kind) {
    std::int64_t count = 0;
    for (auto cell = kind; cell < facilities.counts.size(); cell += facilities.kinds.size()) {
        if (facilities.counts[cell] > 0.0) ++count;
    }
    return count;
}

/// The services that most centres lack: "daily market (3)".
Text most_missed(const Centrality& centrality) {
    std::array<std::size_t, hinterland::kCentreServices> missed{};
    for (const auto& row : centrality.completeness) {
        for (const auto service : row->missing) ++missed[static_cast<std::size_t>(service)];
    }
    const auto* const most = std::ranges::max_element(missed);
    const auto service = static_cast<hinterland::CentreService>(most - missed.begin());
    return hinterland::service_name(service) + core::format_text(" ({})", " ({})", *most);
}

Text completeness_sentence(const Centrality& centrality, std::size_t complete) {
    const auto all = centrality.completeness.size();
    const auto unsure = std::ranges::count_if(centrality.completeness, [](const auto& row) { return row->unsure; });
    auto sentence =
        core::format_text("{0} of {1} centres have all four services that the centre of an SKP must have",
                          "{0} dari {1} pusat memiliki keempat pelayanan yang wajib ada di pusat SKP", complete, all);
    if (complete < all) {
        sentence =
            sentence + Text{"; most often missing: ", "; yang paling sering tidak ada: "} + most_missed(centrality);
    }
    if (unsure > 0) {
        sentence = sentence + core::format_text("; for {} of them it is not known whether what is there functions",
                                                "; pada {} pusat tidak diketahui apakah yang ada berfungsi", unsure);
    }
    return sentence + core::same_text(".");
}

Text scale_sentence(const hinterland::Scalogram& scalogram) {
    constexpr int kDecimals = 2;
    const bool holds = scalogram.reproducibility >= kReproducible && scalogram.scalability >= kScalable;
    const auto begins = holds ? Text{"The facilities form a scale", "Fasilitas membentuk skala"}
                              : Text{"The facilities form no scale, so that ranks by the scalogram mean little",
                                     "Fasilitas tidak membentuk skala, sehingga peringkat skalogram kurang berarti"};
    return begins + fill_text(": reproducibility {0} (asked: {1} or more), scalability {2} ({3} or more).",
                              ": koefisien reproduksibilitas {0} (syarat: paling sedikit {1}), skalabilitas {2} ({3}).",
                              grouped(scalogram.reproducibility, kDecimals), grouped(kReproducible, kDecimals),
                              grouped(scalogram.scalability, kDecimals), grouped(kScalable, kDecimals));
}

}  // namespace

bool Centrality::has_scale() const {
    return scalogram.kinds_of_place.size() > 1 && scalogram.kind_order.size() > 1;
}

Centrality centrality_of(CentreFacilities facilities, std::size_t centres) {
    Centrality centrality;
    const auto counts = found_counts(facilities, centres, centrality);
    const auto kinds = static_cast<std::size_t>(
        std::ranges::count_if(centrality.column_of_kind, [](const auto& column) { return column.has_value(); }));
    const hinterland::FacilityCounts found{counts, kinds};
    centrality.marshall = hinterland::marshall_index(found, hinterland::CountAs::Units);
    centrality.scalogram = hinterland::guttman_scalogram(found);
    for (const auto& of_centre : facilities.of_centre) {
        centrality.completeness.push_back(facilities.tells_services ? std::optional{hinterland::centre_completeness(
                                                                          of_centre, facilities.health_care)}
                                                                    : std::nullopt);
    }
    // Without any kind the room knows of no places.
    centrality.marshall.of_place.resize(centres, 0.0);
    centrality.scalogram.kinds_of_place.resize(centres, 0);
    centrality.scalogram.errors_of_place.resize(centres, 0);
    centrality.facilities = std::move(facilities);
    return centrality;
}

std::vector<ColumnDefinition> centrality_columns() {
    return {number_column("marshall_index", "", {"Marshall's index of centrality", "Indeks sentralitas Marshall"}),
            count_column("facility_kinds", {"Kinds of facilities", "Jenis fasilitas"}),
            count_column("scalogram_rank", {"Rank in the scalogram", "Peringkat skalogram"}),
            count_column("scalogram_errors", {"Errors in the scalogram", "Galat skalogram"}),
            count_column("services_present", {"Services present, of 4", "Pelayanan yang ada, dari 4"}),
            text_column("services_missing", {"Services missing", "Pelayanan yang tidak ada"}),
            yes_no_column("complete", {"Complete centre", "Pusat lengkap"}),
            yes_no_column("completeness_unsure",
                          {"Not known whether all of it functions", "Belum diketahui apakah semuanya berfungsi"})};
}

void add_centrality_columns(Layer& layer, const Centrality& centrality, core::Language language) {
    const auto first = layer.columns.size();
    for (auto& definition : centrality_columns()) layer.add_column(std::move(definition));
    const auto& scalogram = centrality.scalogram;
    for (std::size_t centre = 0; centre < centrality.completeness.size(); ++centre) {
        layer.columns[first].add_number(centrality.marshall.of_place[centre]);
        layer.columns[first + 1].add_whole_number(static_cast<std::int64_t>(scalogram.kinds_of_place[centre]));
        layer.columns[first + 2].add_whole_number(rank_of(scalogram, centre));
        layer.columns[first + 3].add_whole_number(static_cast<std::int64_t>(scalogram.errors_of_place[centre]));
    }
    add_completeness(layer, centrality, language);
}

OutputLayer declare_facilities_table() {
    return {
        "hinterland_interaction_facilities",
        {"Hinterland interaction: facilities of the centres", "Interaksi pusat dan daerah belakang: fasilitas pusat"},
        geo::GeometryType::None,
        facility_columns(),
        {"with --centre-facilities or --facility-fields", "dengan --centre-facilities atau --facility-fields"},
        {},
        table_styles()};
}

Layer make_facilities_table(const Centrality& centrality) {
    Layer layer;
    for (auto& definition : facility_columns()) layer.add_column(std::move(definition));
    const auto& kinds = centrality.facilities.kinds;
    const auto& order = centrality.scalogram.kind_order;
    layer.row_count = kinds.size();
    for (std::size_t kind = 0; kind < kinds.size(); ++kind) {
        const auto& found = centrality.column_of_kind[kind];
        layer.columns[0].add_text(kinds[kind].name);
        layer.columns[1].add_number(kinds[kind].facilities);
        layer.columns[2].add(kinds[kind].functioning);
        layer.columns[3].add_whole_number(centres_with(centrality.facilities, kind));
        layer.columns[4].add(found ? std::optional{centrality.marshall.of_kind[*found]} : std::nullopt);
        layer.columns[5].add(found ? std::optional<std::int64_t>{1 + (std::ranges::find(order, *found) - order.begin())}
                                   : std::nullopt);
    }
    return layer;
}

void add_centrality_figures(Results& results, const Centrality& centrality) {
    constexpr int kDecimals = 2;
    const auto& scalogram = centrality.scalogram;
    const auto add_coefficient = [&](const std::string& name, Text label, double value) {
        results.figures.push_back(
            {name, std::move(label), centrality.has_scale() ? std::optional{value} : std::nullopt, kDecimals});
    };
    add_coefficient("scalogram_reproducibility",
                    {"Scalogram: reproducibility", "Skalogram: koefisien reproduksibilitas"},
                    scalogram.reproducibility);
    add_coefficient("scalogram_minimal_reproducibility",
                    {"Scalogram: minimal marginal reproducibility", "Skalogram: reproduksibilitas marginal minimum"},
                    scalogram.minimal_reproducibility);
    add_coefficient("scalogram_scalability", {"Scalogram: scalability", "Skalogram: koefisien skalabilitas"},
                    scalogram.scalability);
    if (centrality.has_scale()) results.summary.push_back(scale_sentence(scalogram));
    if (!centrality.facilities.tells_services) return;
    const auto complete = static_cast<std::size_t>(
        std::ranges::count_if(centrality.completeness, [](const auto& row) { return row->is_complete(); }));
    results.figures.push_back(
        {"centres_complete", {"Complete centres", "Pusat yang lengkap"}, static_cast<double>(complete), 0});
    results.summary.push_back(completeness_sentence(centrality, complete));
}

}  // namespace desakota::analyses
