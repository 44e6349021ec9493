#include "tests/report/made_report.h"

#include <array>
#include <cmath>
#include <fmt/format.h>

#include "engine/report/json_text.h"

namespace desakota::report {
namespace {

constexpr std::size_t kColumns = 7;
constexpr std::size_t kRows = 6;
constexpr std::size_t kSettlements = kColumns * kRows;

/// Makes texts that end with the mark.
struct Words {
    std::string mark;

    [[nodiscard]] std::string name(const std::string& text) const { return text + mark; }
    [[nodiscard]] core::Text operator()(const std::string& english, const std::string& indonesian) const {
        return {english + mark, indonesian + mark};
    }
};

std::string settlement_name(std::size_t i, const Words& words) {
    if (i == 3) return words.name("<script>alert(1)</script>");
    constexpr std::array<const char*, 6> kFirst{"Mulya", "Sumber", "Telang", "Karang", "Banyu", "Tirta"};
    constexpr std::array<const char*, 7> kSecond{"sari", "rejo", "jaya", "makmur", "asih", "agung", "mukti"};
    return words.name(fmt::format("{}{}", kFirst[i / kColumns], kSecond[i % kColumns]));
}

geo::Point corner(std::size_t column, std::size_t row) {
    const auto x = static_cast<double>(column);
    const auto y = static_cast<double>(row);
    return {104.70 + 0.02 * x + 0.003 * std::sin(3.0 * x + 2.0 * y), -2.60 + 0.02 * y + 0.003 * std::cos(2.0 * x - y)};
}

geo::Point middle(std::size_t i) {
    const auto least = corner(i % kColumns, i / kColumns);
    return {least.x + 0.01, least.y + 0.01};
}

double way(std::size_t i, double factor) {
    return factor * (400.0 + 350.0 * static_cast<double>(i % kColumns * (i / kColumns + 1)));
}

layers::Column& text_column(layers::Layer& layer, const std::string& name, const core::Text& alias) {
    return layer.add_column({name, layers::ColumnType::Text, "", alias});
}
layers::Column& number_column(layers::Layer& layer, const std::string& name, const std::string& unit,
                              const core::Text& alias) {
    return layer.add_column({name, layers::ColumnType::Number, unit, alias});
}

/// Ids "SP-01" and so on, and names.
void add_names(layers::Layer& layer, std::size_t rows, const Words& words) {
    auto& ids = text_column(layer, "settlement_id", words("Settlement code", "Kode permukiman"));
    for (std::size_t i = 0; i < rows; ++i) ids.add_text(fmt::format("SP-{:02}", i + 1));
    auto& names = text_column(layer, "settlement_name", words("Settlement", "Permukiman"));
    for (std::size_t i = 0; i < rows; ++i) names.add_text(settlement_name(i, words));
    layer.row_count = rows;
}

/// Every ninth settlement is not connected and has no way; every fifth figure is not sure.
layers::Layer distances(const std::string& name, double factor, const Words& words) {
    layers::Layer layer;
    layer.name = name;
    layer.title = words("Distance to health care", "Jarak ke layanan kesehatan");
    layer.geometry_type = geo::GeometryType::Polygon;
    for (std::size_t i = 0; i < kSettlements; ++i) {
        const auto column = i % kColumns;
        const auto row = i / kColumns;
        const std::array<geo::Point, 5> ring{corner(column, row), corner(column + 1, row), corner(column + 1, row + 1),
                                             corner(column, row + 1), corner(column, row)};
        layer.geometry.add_part(geo::PartRole::OuterRing, ring);
        layer.geometry.end_feature();
    }
    add_names(layer, kSettlements, words);
    auto& total = number_column(layer, "total_m", "m", words("Way", "Jarak tempuh"));
    for (std::size_t i = 0; i < kSettlements; ++i) i % 9 == 8 ? total.add_missing() : total.add_number(way(i, factor));
    auto& straight = number_column(layer, "straight_m", "m", words("Straight line", "Garis lurus"));
    for (std::size_t i = 0; i < kSettlements; ++i) straight.add_number(way(i, 0.7));
    auto& edge = layer.add_column({"edge", layers::ColumnType::YesNo, "", words("At the edge", "Di tepi")});
    for (std::size_t i = 0; i < kSettlements; ++i) edge.add_yes_no(i % 5 == 4);
    return layer;
}

layers::Layer routes(const Words& words) {
    layers::Layer layer;
    layer.name = "health_access_routes";
    layer.geometry_type = geo::GeometryType::Line;
    for (std::size_t i = 0; i < 12; ++i) {
        layer.geometry.add_part(geo::PartRole::Line, std::array{middle(i), middle(i % kColumns), middle(2)});
        layer.geometry.end_feature();
    }
    add_names(layer, 12, words);
    return layer;
}

layers::Layer centres(const Words& words) {
    layers::Layer layer;
    layer.name = "health_access_serving";
    layer.geometry_type = geo::GeometryType::Point;
    auto& names = text_column(layer, "destination_name", words("Health centre", "Puskesmas"));
    for (const std::size_t i : {2U, 18U, 38U}) {
        layer.geometry.add_part(geo::PartRole::Point, std::array{middle(i)});
        layer.geometry.end_feature();
        names.add_text(words.name(fmt::format("Puskesmas {}", i)));
    }
    layer.row_count = 3;
    auto& families = layer.add_column({"families", layers::ColumnType::WholeNumber, "", words("Families", "Keluarga")});
    for (const auto count : {1250, 480, 90}) families.add_whole_number(count);
    return layer;
}

layers::Layer roads() {
    layers::Layer layer;
    layer.name = "roads";
    layer.geometry_type = geo::GeometryType::Line;
    for (std::size_t row = 0; row <= kRows; ++row) {
        for (std::size_t column = 0; column <= kColumns; ++column) {
            layer.geometry.add_coordinate(corner(column, row));
        }
        layer.geometry.end_part(geo::PartRole::Line);
        layer.geometry.end_feature();
    }
    layer.row_count = kRows + 1;
    return layer;
}

maps::StyleClass style_class(const core::Text& label, maps::Colour colour, std::vector<maps::Criterion> criteria) {
    maps::StyleClass made;
    made.label = label;
    made.symbol.colour = colour;
    made.criteria = std::move(criteria);
    return made;
}

maps::Style distance_style(const Words& words) {
    maps::Style style;
    style.name = "distance";
    style.title = words("Distance", "Jarak");
    style.classes = {
        style_class(words("0-1 km", "0-1 km"), maps::kLittleToMuch[0], {maps::Within{"total_m", {}, 1000.0}}),
        style_class(words("1-5 km", "1-5 km"), maps::kLittleToMuch[2], {maps::Within{"total_m", 1000.0, 5000.0}}),
        style_class(words("over 5 km", "lebih dari 5 km"), maps::kLittleToMuch[4],
                    {maps::Within{"total_m", 5000.0, {}}}),
        style_class(words("not connected", "tidak tersambung"), maps::kLightGrey, {maps::Missing{"total_m"}})};
    style.classes[0].heading = words("Reached", "Terjangkau");
    style.classes[1].heading = style.classes[2].heading = style.classes[0].heading;
    style.classes[3].symbol.hatch = maps::Hatch::Rising;
    style.doubt = maps::Doubt{words("at the edge of the data", "di tepi data"), {maps::Within{"edge", 0.0, {}}}};
    style.worse = words("The darker, the longer the way.", "Makin gelap, makin jauh.");
    return style;
}

maps::Style one_class(const core::Text& label, maps::Colour colour) {
    maps::Style style;
    style.name = "plain";
    style.title = label;
    style.classes = {style_class(label, colour, {})};
    return style;
}

void add_index(MadeReport& made, const std::string& id, const std::array<core::Text, 3>& texts, maps::Style style) {
    Index index{id, texts[0], texts[1], texts[2], style.worse, {&made.layers.back(), std::move(style)}};
    index.is_by_settlement = made.layers.back().geometry_type == geo::GeometryType::Polygon;
    made.report.indexes.push_back(std::move(index));
    made.pictures.maps[id] = white_pixel();
}

void add_layers(MadeReport& made, const Words& words) {
    const auto subject = words("Access to health care", "Akses layanan kesehatan");
    const auto title = words("Distance by road", "Jarak lewat jalan");
    made.layers.push_back(distances("health_access_dry", 1.0, words));
    add_index(made, "health_access_dry_distance", {title, subject, words("Dry season", "Musim kemarau")},
              distance_style(words));
    made.report.tables.push_back({"health_access_dry", made.layers.back().title, &made.layers.back()});
    made.layers.push_back(distances("health_access_wet", 1.6, words));
    add_index(made, "health_access_wet_distance", {title, subject, words("Wet season", "Musim hujan")},
              distance_style(words));
    made.layers.push_back(routes(words));
    add_index(made, "health_access_routes", {words("Routes", "Rute"), subject, {}},
              one_class(words("Route", "Rute"), maps::kBlue));
    made.layers.push_back(centres(words));
    add_index(made, "health_access_serving", {words("Health centres", "Puskesmas"), words("Services", "Layanan"), {}},
              one_class(words("Health centre", "Puskesmas"), maps::kVermilion));
    made.report.tables.push_back({"health_access_serving", words("Health centres", "Puskesmas"), &made.layers.back()});
    auto named = one_class(words("Centres", "Pusat"), maps::kBlack);
    named.names = maps::Names{"destination_name"};
    made.report.background.push_back({BackgroundRole::Centres, {&made.layers.back(), named}});
    made.layers.push_back(roads());
    made.report.background.push_back(
        {BackgroundRole::Roads, {&made.layers.back(), one_class(words("Roads", "Jalan"), maps::kGrey)}});
}

void add_settlements(Report& report, const Words& words) {
    for (std::size_t i = 0; i < kSettlements; ++i) {
        Settlement settlement;
        settlement.id = fmt::format("SP-{:02}", i + 1);
        settlement.name = settlement_name(i, words);
        settlement.group = words.name(i < kSettlements / 2 ? "Muara Telang" : "Sumber Marga Telang");
        settlement.families = 100.0 + static_cast<double>(i);
        settlement.place = middle(i);
        settlement.sentences = {words("The nearest health centre is far.", "Puskesmas terdekat jauh.")};
        settlement.figures = {{words("Families", "Keluarga"), words(std::to_string(100 + i), std::to_string(100 + i))}};
        report.settlements.push_back(std::move(settlement));
    }
}

void add_priorities(Report& report, const Words& words) {
    report.priorities.rule = words("Most thresholds missed first.", "Ambang batas terbanyak didahulukan.");
    for (const std::size_t i : {41U, 3U, 27U}) {
        report.priorities.entries.push_back({i,
                                             2.0,
                                             {words("health", "kesehatan"), words("food", "pangan")},
                                             100.0 + static_cast<double>(i),
                                             words("Far and hungry.", "Jauh dan rawan pangan.")});
    }
    report.priorities.unknown = 4;
}

Chart chart(ChartKind kind, const std::string& id, const Words& words) {
    Chart made;
    made.id = id;
    made.kind = kind;
    made.title = words("Chart " + id, "Grafik " + id);
    made.x_title = words("x", "x");
    made.y_title = words("y", "y");
    made.description = words("Shows " + id, "Menunjukkan " + id);
    Series series{words("Area", "Wilayah"), {}, false};
    for (std::size_t i = 0; i < 8; ++i) {
        const auto at = static_cast<double>(i);
        series.points.push_back({at, at * at, settlement_name(i, words), at * at - 3.0, at * at + 4.0});
        made.categories.push_back(core::same_text(settlement_name(i, words)));
    }
    made.series.push_back(series);
    if (kind != ChartKind::Curve) return made;
    made.series.push_back(
        {words("Equality", "Pemerataan sempurna"), {{0.0, 0.0, "", {}, {}}, {7.0, 49.0, "", {}, {}}}, true});
    return made;
}

void add_passport(Passport& passport, const Words& words) {
    passport.inputs = {{words.name("settlements"),
                        words("Settlements", "Permukiman"),
                        kSettlements,
                        Grade::C,
                        {{words("Valid geometries", "Geometri sahih"), 1.0, Grade::A},
                         {words("Filled fields", "Isian terisi"), 0.875, Grade::C},
                         {words("Joined line ends", "Ujung garis tersambung"), {}, {}}}}};
    passport.corrections = {{words("Join the road at SP-09", "Sambungkan jalan di SP-09"), 108.0},
                            {words("Fill in families", "Isi jumlah keluarga"), {}}};
    passport.limits = {{words("Filled fields", "Isian terisi"), 0.99, 0.9, 0.75}};
}

void add_rest(Report& report, const Words& words) {
    report.findings = {words("12 settlements are farther than 5 km from a health centre.",
                             "12 permukiman berjarak lebih dari 5 km dari puskesmas."),
                       words("4 settlements are not connected.", "4 permukiman tidak tersambung.")};
    for (const auto kind : {ChartKind::Curve, ChartKind::Bars, ChartKind::Intervals, ChartKind::Scatter}) {
        report.charts.push_back(chart(kind, fmt::format("chart_{}", report.charts.size()), words));
    }
    report.methods = {{words("Access to health care", "Akses layanan kesehatan"),
                       words("Dry season", "Musim kemarau"),
                       words("Shortest ways by road.", "Jarak terpendek lewat jalan."),
                       {words("38 of 42 reached.", "38 dari 42 terjangkau.")},
                       {words("Speeds are not verified.", "Kecepatan belum diverifikasi.")},
                       {{words("Reached", "Terjangkau"), words("38", "38")}}}};
    report.parameters = {{words("Access to health care", "Akses layanan kesehatan"),
                          words("Time threshold", "Ambang waktu"), words("60 min", "60 menit")}};
    report.limits = {words("Homes are not known.", "Letak rumah tidak diketahui.")};
    report.sources = {
        {words.name("settlements"), words.name("desa.gpkg"), words.name("2025"), std::string(64, 'a'), 42}};
    report.versions = {{words.name("Desakota"), words.name("0.7")}};
}

}  // namespace

std::string white_pixel() {
    return bytes_of_hex(
        "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8ffff3f0005fe02fe0def"
        "46b8"
        "0000000049454e44ae426082");
}

MadeReport made_report(const std::string& mark) {
    const Words words{mark};
    MadeReport made;
    auto& report = made.report;
    report.title = words("Study of Telang", "Kajian Telang");
    report.area = words.name("Kawasan Telang");
    report.office = {words.name("Dinas Transmigrasi"), white_pixel(),    words.name("Siti"),
                     words.name("Kepala Dinas"),       words.name("07"), words.name("26 November 2026")};
    add_layers(made, words);
    add_settlements(report, words);
    add_priorities(report, words);
    add_passport(report.passport, words);
    add_rest(report, words);
    return made;
}

}  // namespace desakota::report
