#include <array>
#include <string>
#include <utility>

#include "engine/analyses/companion_layers.h"
#include "engine/analyses/health_catchments.h"
#include "engine/analyses/quantity_text.h"
#include "engine/analyses/way_styles.h"

namespace desakota::analyses {
namespace {

using core::Text;
using layers::ColumnDefinition;
using layers::Layer;

constexpr double kPerThousand = 1000.0;

ColumnDefinition per_families_column() {
    return number_column("capacity_per_1000_families", "",
                         {"Capacity for 1,000 families", "Kapasitas untuk 1.000 keluarga"});
}
ColumnDefinition within_column() {
    return count_column("facilities_in_catchment",
                        {"Facilities whose catchment it is in", "Fasilitas yang melayaninya"});
}

std::vector<ColumnDefinition> facility_columns() {
    return {text_column("facility_id", {"Facility (id)", "Fasilitas (id)"}),
            text_column("facility_name", {"Facility", "Fasilitas"}),
            text_column("facility_kind", {"Kind", "Jenis"}),
            number_column("capacity", "", {"Capacity", "Kapasitas"}),
            number_column("families_in_catchment", "",
                          {"Families in its catchment (weighted)", "Keluarga di wilayah layanannya (berbobot)"}),
            per_families_column(),
            text_column("use", {"Use of the capacity", "Pemakaian kapasitas"})};
}

maps::Style use_style() {
    struct Entry {
        const char* code;
        Text label;
        maps::Colour colour;
    };
    const std::array<Entry, 3> entries{
        {{"used", {"Families reach it", "Terjangkau keluarga"}, maps::kGreen},
         {"unused", {"No family reaches it", "Tidak terjangkau keluarga"}, maps::kVermilion},
         {"left_out",
          {"Left out: not of the kind, not functioning, without a place or a capacity",
           "Tidak ikut: jenis lain, tidak berfungsi, tanpa lokasi atau kapasitas"},
          maps::kLightGrey}}};
    maps::Style style{"use", {"Use of the capacity", "Pemakaian kapasitas"}, {}, maps::Names{"facility_name"}};
    for (const auto& [code, label, colour] : entries) {
        maps::StyleClass one;
        one.label = label;
        one.symbol.colour = colour;
        one.symbol.marker = maps::Marker::Square;
        one.criteria = {maps::OneOf{"use", {code}}};
        style.classes.push_back(std::move(one));
    }
    return style;
}

/// "Puskesmas A, Puskesmas B": those that nobody reaches, the first few.
std::string unused_names(const HealthQuestion& question, const CatchmentFindings& findings) {
    constexpr std::size_t kShown = 5;
    std::string list;
    std::size_t count = 0;
    for (std::size_t j = 0; j < findings.facilities.size(); ++j) {
        if (findings.ratios.reached_demand[j] > 0.0) continue;
        if (count < kShown) {
            list += (count > 0 ? ", " : "") + question.facilities.destinations.title(findings.facilities[j]);
        }
        ++count;
    }
    return count > kShown ? list + ", ..." : list;
}

}  // namespace

std::vector<ColumnDefinition> catchment_columns() {
    return {per_families_column(), within_column()};
}

void add_catchment_columns(Layer& layer, const HealthQuestion& question, const CatchmentFindings& findings) {
    auto& ratio = layer.add_column(per_families_column());
    for (std::size_t i = 0; i < question.settlements.size(); ++i) {
        ratio.add(question.settlements.places[i] ? std::optional(findings.ratios.of_settlement[i] * kPerThousand)
                                                 : std::nullopt);
    }
    auto& within = layer.add_column(within_column());
    for (std::size_t i = 0; i < question.settlements.size(); ++i) {
        within.add(question.settlements.places[i] ? std::optional(findings.within[i]) : std::nullopt);
    }
}

OutputLayer declare_catchment_facilities() {
    return {"health_access_facilities",
            {"Health facilities and their capacity", "Fasilitas kesehatan dan kapasitasnya"},
            geo::GeometryType::Point,  // or polygons, as the facilities are
            facility_columns(),
            {"with --capacity-field", "dengan --capacity-field"},
            {},
            {use_style()}};
}

Layer make_catchment_facilities(const HealthQuestion& question, const CatchmentQuestion& catchments,
                                const CatchmentFindings& findings, const Layer& facility_layer) {
    auto layer = with_settlement_geometry(facility_layer);
    layer.row_count = question.facilities.destinations.size();
    for (auto& column : facility_columns()) layer.add_column(std::move(column));
    const auto& facilities = question.facilities.destinations;
    std::size_t j = 0;
    for (std::uint32_t i = 0; i < facilities.size(); ++i) {
        const bool takes_part = j < findings.facilities.size() && findings.facilities[j] == i;
        const auto value = [&](double known) { return takes_part ? std::optional(known) : std::nullopt; };
        const bool is_used = takes_part && findings.ratios.reached_demand[j] > 0.0;
        layer.columns[0].add_text(facilities.ids[i]);
        layer.columns[1].add(facilities.names[i]);
        layer.columns[2].add(facilities.kinds[i]);
        layer.columns[3].add(catchments.capacities[i]);
        layer.columns[4].add(takes_part ? value(findings.ratios.reached_demand[j]) : std::nullopt);
        layer.columns[5].add(is_used ? value(findings.ratios.of_facility[j] * kPerThousand) : std::nullopt);
        layer.columns[6].add_text(!takes_part ? "left_out" : is_used ? "used" : "unused");
        if (takes_part) ++j;
    }
    return layer;
}

void add_catchment_answer(Results& results, const HealthQuestion& question, const CatchmentFindings& findings) {
    const auto& ratios = findings.ratios;
    results.figures.push_back({"capacity_used",
                               {"Capacity that families reach", "Kapasitas yang terjangkau keluarga"},
                               ratios.used_capacity,
                               0});
    results.figures.push_back({"capacity_unused",
                               {"Capacity that no family reaches", "Kapasitas yang tidak terjangkau"},
                               ratios.unused_capacity,
                               0});
    double served = 0.0;
    double families = 0.0;
    for (std::size_t i = 0; i < question.settlements.size(); ++i) {
        const double own = question.settlements.families[i].value_or(0.0);
        if (!question.settlements.places[i]) continue;
        families += own;
        if (findings.within[i] > 0) served += own;
    }
    auto sentence = fill_text("Of a capacity of {}, {} lies within the catchments of {} of {} families",
                              "Dari kapasitas {}, {} berada dalam jangkauan {} dari {} keluarga",
                              grouped(ratios.used_capacity + ratios.unused_capacity), grouped(ratios.used_capacity),
                              grouped(served), grouped(families));
    const auto unused = unused_names(question, findings);
    results.summary.push_back(unused.empty()
                                  ? std::move(sentence) + core::same_text(".")
                                  : std::move(sentence) + core::format_text("; nobody reaches {}.",
                                                                            "; tidak ada yang menjangkau {}.", unused));
}

}  // namespace desakota::analyses
