#include "engine/analyses/missing_link_layer.h"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

#include "engine/analyses/quantity_text.h"
#include "engine/analyses/way_columns.h"
#include "engine/geo/coordinate_system.h"
#include "engine/network/missing_links.h"

namespace desakota::analyses {
namespace {

using core::Text;
using network::Finding;
using network::FindingSeverity;

bool is_data_fault(const Finding& link) {
    return link.metres.value_or(0.0) <= network::kWidestDataFault;
}

bool connects(const Finding& link) {
    return link.severity == FindingSeverity::Critical;
}

/// The length of the shorter of the two components that a link joins, in metres; 0 within one component.
double connected_metres(const NetworkCheck& check, const network::RoadNetwork& network, const Finding& link) {
    if (!connects(link)) return 0.0;
    const auto metres = [&](std::uint32_t line) {
        const auto number = component_of(network, check.components, line);
        return number == 0 ? 0.0 : check.components.metres[number - 1];
    };
    return std::min(metres(link.a.line), metres(link.b.line));
}

Gain gain_at(const MissingLinks& missing, std::uint32_t link) {
    return missing.has_gains ? missing.gains.gains[link].value_or(Gain{}) : Gain{};
}

Text link_text(const NetworkCheck& check, const network::RoadNetwork& network, const Finding& link) {
    const auto gap = length_text(core::to_thousandths(link.metres.value_or(0.0)));
    const auto from = line_text(check, network, link.a.line);
    const auto to = line_text(check, network, link.b.line);
    return is_data_fault(link)
               ? fill_text("A gap of {} between {} and {}: most likely a fault of the data.",
                           "Celah {} antara {} dan {}: kemungkinan besar kesalahan data.", gap, from, to)
               : fill_text("A road of {} that is not there, between {} and {}.",
                           "Ruas {} yang belum ada, antara {} dan {}.", gap, from, to);
}

Text reason_of(const NetworkCheck& check, const network::RoadNetwork& network, const MissingLinks& missing,
               std::uint32_t number) {
    const auto& link = missing.links[number];
    const auto place = link_text(check, network, link);
    if (missing.has_gains) {
        return place + fill_text(" With it {} would get a way to a facility, or come within {} of one.",
                                 " Dengannya {} akan tersambung ke fasilitas, atau berada dalam {}.",
                                 gain_text(gain_at(missing, number)), check.threshold);
    }
    return place + fill_text(" It would connect {} of roads to the rest.", " Ini akan menyambungkan {} jalan.",
                             length_text(core::to_thousandths(connected_metres(check, network, link))));
}

/// Fills the layer link by link.
class LinkRows {
public:
    LinkRows(const NetworkCheck& check, const network::RoadNetwork& network, const MissingLinks& missing,
             core::Language language)
        : check_(check), network_(network), missing_(missing), language_(language) {
        layer_.geometry_type = geo::GeometryType::Line;
        for (auto& definition : missing_link_columns()) layer_.add_column(std::move(definition));
    }

    layers::Layer make(core::LoopSteps steps) {
        for (std::size_t i = 0; i < missing_.ranking.size(); ++i) {
            steps.at(i);
            add(i, missing_.ranking[i]);
        }
        return std::move(layer_);
    }

private:
    void add(std::size_t rank, std::uint32_t number) {
        const auto& link = missing_.links[number];
        add_course(link);
        column("rank").add_whole_number(static_cast<std::int64_t>(rank + 1));
        column("kind").add_text(is_data_fault(link) ? "data_fault" : "project");
        column("gap_m").add(link.metres);
        add_line("a", link.a.line);
        add_line("b", link.b.line);
        column("connects").add_yes_no(connects(link));
        column("connected_km").add_number(connected_metres(check_, network_, link) / 1000.0);
        auto& settlements = column("settlements_gained");
        if (missing_.has_gains) {
            const auto gain = gain_at(missing_, number);
            settlements.add_whole_number(static_cast<std::int64_t>(gain.settlements));
            column("families_gained").add(gain.families);
        } else {
            settlements.add_missing();
            column("families_gained").add_missing();
        }
        column("reason").add_text(reason_of(check_, network_, missing_, number).in(language_));
    }

    void add_course(const Finding& link) {
        for (const auto& end : {link.a, link.b}) {
            layer_.geometry.add_coordinate(geo::to_degrees(place_of(network_.lines, end)));
        }
        layer_.geometry.end_part(geo::PartRole::Line);
        layer_.geometry.end_feature();
        ++layer_.row_count;
    }

    void add_line(const std::string& which, std::uint32_t line) {
        const auto& attributes = network_.lines.attributes[line];
        column("layer_" + which).add_text(check_.sources.layer_labels[attributes.layer]);
        column("feature_" + which).add_whole_number(check_.sources.feature_id(attributes.layer, attributes.feature));
    }

    layers::Column& column(const std::string& name) { return *layer_.find(name); }

    const NetworkCheck& check_;
    const network::RoadNetwork& network_;
    const MissingLinks& missing_;
    core::Language language_;
    layers::Layer layer_;
};

}  // namespace

MissingLinks rank_missing_links(const NetworkCheck& check, const network::RoadNetwork& network,
                                std::vector<Finding> links, BreakGains gains) {
    MissingLinks missing{std::move(links), std::move(gains), check.has_gains, {}};
    missing.ranking.resize(missing.links.size());
    std::iota(missing.ranking.begin(), missing.ranking.end(), 0U);
    std::erase_if(missing.ranking, [&](std::uint32_t link) {
        return missing.has_gains ? gain_at(missing, link).settlements == 0 : !connects(missing.links[link]);
    });
    const auto worth = [&](std::uint32_t number) {
        const auto& link = missing.links[number];
        const auto gain = gain_at(missing, number);
        const double connected = missing.has_gains ? 0.0 : connected_metres(check, network, link);
        return std::tuple(-gain.families.value_or(0.0), -static_cast<double>(gain.settlements), -connected,
                          link.metres.value_or(0.0), number);
    };
    std::ranges::sort(missing.ranking, {}, worth);
    return missing;
}

std::vector<layers::ColumnDefinition> missing_link_columns() {
    return {
        count_column("rank", {"Rank by what it would bring", "Urutan menurut manfaat"}),
        text_column("kind", {"Fault of the data, or road to build", "Kesalahan data atau ruas yang perlu dibangun"}),
        number_column("gap_m", "m", {"Length of the link (m)", "Panjang ruas (m)"}),
        text_column("layer_a", {"Layer of the first line", "Lapisan garis pertama"}),
        count_column("feature_a", {"First line (feature number)", "Garis pertama (nomor fitur)"}),
        text_column("layer_b", {"Layer of the second line", "Lapisan garis kedua"}),
        count_column("feature_b", {"Second line (feature number)", "Garis kedua (nomor fitur)"}),
        {"connects", layers::ColumnType::YesNo, "", {"Connects two components", "Menyambung dua bagian jaringan"}},
        number_column("connected_km", "km",
                      {"Length of what it would connect (km)", "Panjang jalan yang akan tersambung (km)"}),
        count_column("settlements_gained", {"Settlements that it would help", "Permukiman yang terbantu"}),
        number_column("families_gained", "", {"Families that it would help", "Keluarga yang terbantu"}),
        text_column("reason", {"Reason", "Penjelasan"})};
}

layers::Layer make_missing_link_layer(const NetworkCheck& check, const network::RoadNetwork& network,
                                      const MissingLinks& missing, const std::string& crs, RunContext& context) {
    auto layer =
        LinkRows(check, network, missing, context.language).make({context.progress, 0.0, 0.5, missing.ranking.size()});
    layer.crs = crs;
    core::Stage placing(context.progress, 0.5, 1.0);
    geo::from_wgs84(layer.geometry.all_coordinates(), crs, {.threads = context.threads}, placing);
    return layer;
}

void add_missing_link_answer(Results& results, const NetworkCheck& check, const network::RoadNetwork& network,
                             const MissingLinks& missing) {
    const auto faults = static_cast<double>(
        std::ranges::count_if(missing.ranking, [&](std::uint32_t link) { return is_data_fault(missing.links[link]); }));
    const auto all = static_cast<double>(missing.ranking.size());
    results.figures.push_back(
        {"missing_links_data_faults",
         {"Missing links: likely faults of the data", "Ruas terputus: kemungkinan kesalahan data"},
         faults,
         0});
    results.figures.push_back({"missing_links_projects",
                               {"Missing links: roads to build", "Ruas terputus: perlu dibangun"},
                               all - faults,
                               0});
    if (missing.ranking.empty()) {
        results.summary.push_back({"No missing link within the distance asked for would help.",
                                   "Tidak ada ruas terputus dalam jarak yang diminta yang akan membantu."});
        return;
    }
    results.summary.push_back(
        fill_text("Missing links that would help: {}, of which {} are likely faults of the data. The first: ",
                  "Ruas terputus yang akan membantu: {}, di antaranya {} kemungkinan kesalahan data. Yang pertama: ",
                  grouped(all), grouped(faults)) +
        reason_of(check, network, missing, missing.ranking.front()));
}

}  // namespace desakota::analyses
