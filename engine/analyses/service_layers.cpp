#include "engine/analyses/service_layers.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <numeric>
#include <string>
#include <utility>

#include "engine/analyses/access_results.h"
#include "engine/analyses/companion_layers.h"
#include "engine/analyses/quantity_text.h"
#include "engine/analyses/way_columns.h"
#include "engine/analyses/way_styles.h"
#include "engine/geo/coordinate_system.h"
#include "engine/geo/measure.h"
#include "engine/paths/line_course.h"

namespace desakota::analyses {
namespace {

using core::Text;
using layers::ColumnDefinition;
using layers::Layer;

constexpr const char* kMain = "service_areas";

DestinationWords facility_words() {
    return {"facility", {"Facility", "Fasilitas"}};
}

/// band, band_number, from_m, to_m, from_min, to_min.
std::vector<ColumnDefinition> band_columns() {
    return {text_column("band", {"Band", "Kelas"}),
            count_column("band_number", {"Number of the band", "Nomor kelas"}),
            number_column("from_m", "m", {"From (m)", "Dari (m)"}),
            number_column("to_m", "m", {"Up to (m)", "Sampai dengan (m)"}),
            number_column("from_min", "min", {"From (min)", "Dari (menit)"}),
            number_column("to_min", "min", {"Up to (min)", "Sampai dengan (menit)"})};
}

std::vector<ColumnDefinition> count_columns() {
    return {count_column("settlements", {"Settlements", "Permukiman"}),
            number_column("families", "", {"Families", "Keluarga"}),
            number_column("families_share", "", {"Share of all families", "Bagian dari semua keluarga"})};
}

void append(std::vector<ColumnDefinition>& to, std::vector<ColumnDefinition> from) {
    std::ranges::move(from, std::back_inserter(to));
}

std::vector<ColumnDefinition> area_columns() {
    auto columns = band_columns();
    append(columns, destination_columns(facility_words()));
    columns.push_back(number_column("area_km2", "km²", {"Area (km²)", "Luas (km²)"}));
    append(columns, count_columns());
    return columns;
}

std::vector<ColumnDefinition> road_columns() {
    auto columns = band_columns();
    columns.push_back(number_column("road_km", "km", {"Length of road (km)", "Panjang jalan (km)"}));
    return columns;
}

std::vector<ColumnDefinition> summary_table_columns() {
    std::vector<ColumnDefinition> columns{text_column("group_field", {"Grouped by", "Dikelompokkan menurut"}),
                                          text_column("group_value", {"Group", "Kelompok"})};
    append(columns, band_columns());
    append(columns, count_columns());
    return columns;
}

/// Of roads beyond all bands, or without a way.
Text other_roads() {
    return {"Farther away or not connected", "Lebih jauh atau tidak terhubung"};
}

const char* outside_code(std::uint32_t number) {
    constexpr std::array kCodes{"beyond", "not_connected", "no_road_in_reach", "no_location"};
    return kCodes[number];
}

/// Columns of a row, whatever the layer has of them.
class Row {
public:
    explicit Row(Layer& layer) : layer_(layer) {}

    void add_band(const ServiceBands& bands, std::uint32_t slot) {
        const bool is_band = slot < bands.count();
        auto& number = *layer_.find("band_number");
        layer_.find("band")->add_text(is_band ? band_code(bands, slot) : outside_code(slot - bands.count()));
        is_band ? number.add_whole_number(slot + 1) : number.add_missing();
        const bool has_from = slot <= bands.count();
        const bool by_time = bands.cost == network::Objective::Time;
        layer_.find(by_time ? "from_min" : "from_m")->add(has_from ? std::optional(bands.from(slot)) : std::nullopt);
        layer_.find(by_time ? "to_min" : "to_m")->add(is_band ? std::optional(bands.up_to(slot)) : std::nullopt);
    }
    void add_count(const ServedCount& count) {
        layer_.find("settlements")->add_whole_number(count.settlements);
        layer_.find("families")->add(count.families);
        layer_.find("families_share")->add(count.share);
    }

private:
    Layer& layer_;
};

/// Without the columns of the other unit.
void add_columns(Layer& layer, std::vector<ColumnDefinition> columns, const ServiceBands& bands) {
    const auto other = std::string(bands.cost == network::Objective::Time ? "m" : "min");
    for (auto& column : columns) {
        if (column.name != "from_" + other && column.name != "to_" + other) layer.add_column(std::move(column));
    }
}

double area_of(const geo::Geometries& areas, std::size_t feature) {
    double metres = 0.0;
    const auto parts = areas.parts(feature);
    for (auto part = parts.first; part < parts.last; ++part) {
        const double sense = areas.role(part) == geo::PartRole::OuterRing ? 1.0 : -1.0;
        metres += sense * geo::ring_area(areas.coordinates(part));
    }
    return metres / 1e6;
}

class ServiceResults {
public:
    ServiceResults(const ServiceOutcome& run, const SearchSetting& setting, const Layer& settlement_layer,
                   RunContext& context)
        : run_(run),
          network_(setting.network()),
          crs_(settlement_layer.crs),
          context_(context),
          all_(run.question.settlements.size()),
          outputs_(service_outputs()) {
        std::iota(all_.begin(), all_.end(), 0U);
        outputs_[0].styles = service_styles(run.bands, {});
        outputs_[1].styles = service_styles(run.bands, other_roads());
    }

    Results make() {
        core::Stage areas(context_.progress, 0.0, 0.4);
        add_areas(areas);
        core::Stage roads(context_.progress, 0.4, 0.9);
        add_roads(roads);
        add_summary();
        add_answer();
        context_.progress.step(1.0);
        return std::move(results_);
    }

private:
    [[nodiscard]] ServedCounts counts(std::span<const std::uint32_t> members) const {
        return {run_.question, run_.bands, run_.findings, members};
    }

    void project(Layer& layer, core::Progress& progress) {
        geo::from_wgs84(layer.geometry.all_coordinates(), crs_, {.threads = context_.threads}, progress);
    }

    void add_areas(core::Progress& progress) {
        Layer layer;
        layer.crs = crs_;
        layer.geometry_type = geo::GeometryType::Polygon;
        auto columns = area_columns();
        if (!run_.by_facility) {
            std::erase_if(columns, [](const auto& column) { return column.name.starts_with("facility_"); });
        }
        add_columns(layer, std::move(columns), run_.bands);
        const auto count = run_.bands.count();
        const auto served = counts(all_);
        for (std::uint32_t feature = 0; feature < run_.findings.areas.size(); ++feature) {
            if (feature % 64 == 0) progress.step(0.6 * feature / static_cast<double>(run_.findings.areas.size()));
            add_area(layer, served, feature / count, feature % count);
        }
        core::Stage projecting(progress, 0.6, 1.0);
        project(layer, projecting);
        add_layer(results_, std::move(layer), outputs_[0], context_.language);
    }

    void add_area(Layer& layer, const ServedCounts& served, std::uint32_t facility, std::uint32_t band) {
        const auto& areas = run_.findings.areas;
        const auto feature = facility * run_.bands.count() + band;
        if (run_.by_facility && areas.is_missing(feature)) return;
        Row row(layer);
        row.add_band(run_.bands, band);
        if (run_.by_facility) {
            layer.find("facility_id")->add_text(run_.question.facilities.destinations.ids[facility]);
            layer.find("facility_name")->add(run_.question.facilities.destinations.names[facility]);
        }
        const double area = area_of(areas, feature);
        total_area_ += area;
        layer.find("area_km2")->add_number(area);
        row.add_count(run_.by_facility ? served.of(band, facility) : served.of(band));
        const auto parts = areas.parts(feature);
        for (auto part = parts.first; part < parts.last; ++part) {
            layer.geometry.add_part(areas.role(part), areas.coordinates(part));
        }
        layer.geometry.end_feature();
        ++layer.row_count;
    }

    void add_roads(core::Progress& progress) {
        Layer layer;
        layer.crs = crs_;
        layer.geometry_type = geo::GeometryType::Line;
        add_columns(layer, road_columns(), run_.bands);
        const auto& roads = run_.findings.roads;
        core::LoopSteps steps(progress, 0.0, 0.6, roads.size());
        for (std::size_t i = 0; i < roads.size(); ++i) {
            steps.at(i);
            add_road(layer, roads[i]);
        }
        core::Stage projecting(progress, 0.6, 1.0);
        project(layer, projecting);
        add_layer(results_, std::move(layer), outputs_[1], context_.language);
    }

    void add_road(Layer& layer, const paths::RoadBand& road) {
        const bool has_way = road.band != network::kNone;
        Row(layer).add_band(run_.bands, has_way ? road.band : slot_of(run_.bands, Outside::NotConnected));
        layer.find("road_km")->add_number((road.to - road.from) / 1000.0);
        std::vector<geo::GridPoint> course;
        paths::add_line_course(network_, road.line, road.from, road.to, course);
        for (const auto& place : course) layer.geometry.add_coordinate(geo::to_degrees(place));
        layer.geometry.end_part(geo::PartRole::Line);
        layer.geometry.end_feature();
        ++layer.row_count;
    }

    void add_summary() {
        Layer layer;
        add_columns(layer, summary_table_columns(), run_.bands);
        for (const auto& set : settlement_sets(run_.question.settlements)) {
            const auto served = counts(set.members);
            for (std::uint32_t slot = 0; slot < run_.bands.count() + kOutsides; ++slot) {
                layer.find("group_field")->add_text(set.field);
                layer.find("group_value")->add(set.value);
                Row row(layer);
                row.add_band(run_.bands, slot);
                row.add_count(served.of(slot));
                ++layer.row_count;
            }
        }
        add_layer(results_, std::move(layer), outputs_[2], context_.language);
    }

    void add_figure(const char* name, Text label, std::optional<double> value, int decimals) {
        results_.figures.push_back({name, std::move(label), value, decimals});
    }

    void add_answer() {
        const auto served = counts(all_);
        const auto& bands = run_.bands;
        add_figure("settlements", {"Settlements", "Permukiman"}, static_cast<double>(all_.size()), 0);
        add_figure("facilities", {"Facilities that count", "Fasilitas yang dihitung"},
                   static_cast<double>(std::ranges::count(run_.question.facilities.counting(), true)), 0);
        add_figure("area_km2", {"Area of all bands (km²)", "Luas semua kelas (km²)"}, total_area_, 1);
        const double beyond = served.of(slot_of(bands, Outside::Beyond)).share.value_or(0.0);
        double within = 0.0;
        Text list;
        for (std::uint32_t band = 0; band < bands.count(); ++band) {
            within += served.of(band).share.value_or(0.0);
            list = list + within_text(band, within);
        }
        const double without = std::max(0.0, 1.0 - within - beyond);
        add_figure("share_within", {"Share within the last limit", "Bagian di dalam batas terakhir"}, within, 3);
        add_figure("share_beyond", {"Share farther away", "Bagian yang lebih jauh"}, beyond, 3);
        add_figure("share_without_way", {"Share without a way", "Bagian yang tidak punya jalan"}, without, 3);
        if (!(served.whole() > 0.0)) return;
        results_.summary.push_back(fill_text(
            "Of {} {}{}; {} farther away, {} without a known way there.",
            "Dari {} {}{}; {} lebih jauh, {} tidak diketahui jalannya ke sana.", grouped(served.whole()),
            run_.question.settlements.has_families ? Text{"families", "keluarga"} : Text{"settlements", "permukiman"},
            list, percent_text(beyond), percent_text(without)));
    }

    /// ", 10 % live within 1 km of a puskesmas" for the first band, ", 30 % within 3 km" for the others.
    [[nodiscard]] Text within_text(std::uint32_t band, double share) const {
        const auto percent = percent_text(share);
        const auto limit = limit_label(run_.bands, band);
        if (band > 0) return fill_text(", {} within {}", ", {} dalam {}", percent, limit);
        return fill_text(", {} {} within {} of {}", ", {} {} dalam {} dari {}", percent,
                         run_.question.settlements.has_families ? Text{"live", "tinggal"} : Text{"lie", "berada"},
                         limit, run_.question.wanted);
    }

    const ServiceOutcome& run_;
    const network::RoadNetwork& network_;
    std::string crs_;
    RunContext& context_;
    std::vector<std::uint32_t> all_;
    std::vector<OutputLayer> outputs_;
    double total_area_ = 0.0;
    Results results_;
};

}  // namespace

std::vector<OutputLayer> service_outputs() {
    return {{kMain,
             {"Service areas", "Wilayah layanan"},
             geo::GeometryType::Polygon,
             area_columns(),
             {},
             {},
             service_styles({}, {})},
            {std::string(kMain) + "_roads",
             {"Roads by band", "Jalan menurut kelas"},
             geo::GeometryType::Line,
             road_columns(),
             {},
             {},
             service_styles({}, other_roads())},
            declare_summary(kMain, {"Settlements and families by band", "Permukiman dan keluarga menurut kelas"},
                            summary_table_columns())};
}

Results make_service_results(const ServiceOutcome& run, const SearchSetting& setting, const Layer& settlement_layer,
                             RunContext& context) {
    return ServiceResults(run, setting, settlement_layer, context).make();
}

}  // namespace desakota::analyses
