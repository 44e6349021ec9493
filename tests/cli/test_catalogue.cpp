#include "tests/cli/test_catalogue.h"

#include <algorithm>
#include <csignal>
#include <map>
#include <new>
#include <stdexcept>

#include "engine/analyses/arguments.h"
#include "engine/core/parallel.h"

namespace desakota::cli {
namespace {

using namespace analyses;  // NOLINT(google-build-using-namespace)
using core::Text;
using layers::ColumnType;

Parameter parameter(const std::string& name, ParameterKind kind, const Text& title) {
    Parameter result;
    result.name = name;
    result.kind = kind;
    result.title = title;
    result.help = {"What " + name + " is for.", "Kegunaan " + name + "."};
    return result;
}

Parameter layer(const std::string& name, ParameterKind kind, geo::GeometryType geometry, bool required) {
    auto result = parameter(name, kind, {"Layer of " + name, "Lapisan " + name});
    result.geometry = {geometry};
    result.required = required;
    return result;
}

Parameter field(const std::string& name, ParameterKind kind, const std::string& of, std::vector<std::string> usual) {
    auto result = parameter(name, kind, {"Field for " + name, "Kolom untuk " + name});
    result.of = of;
    result.usual_names = std::move(usual);
    return result;
}

Parameter number(const std::string& name, std::optional<double> value, bool whole) {
    auto result = parameter(name, ParameterKind::Number, {"Number " + name, "Angka " + name});
    result.default_number = value;
    result.whole = whole;
    result.minimum = 0;
    result.maximum = 10000;
    result.unit = whole ? "" : "m";
    return result;
}

Parameter choice(const std::string& name, const std::vector<std::string>& codes) {
    auto result = parameter(name, ParameterKind::Choice, {"Choice of " + name, "Pilihan " + name});
    for (const auto& code : codes) result.choices.push_back({code, {"the " + code, code + " itu"}});
    result.default_text = codes.front();
    return result;
}

std::vector<Parameter> count_parameters() {
    auto value = field("value-field", ParameterKind::Field, "points", {"nilai", "value"});
    value.numeric = true;
    auto limits = parameter("limits", ParameterKind::Numbers, {"Limits", "Batas"});
    limits.minimum = 0;
    limits.unit = "km";
    auto keep = parameter("keep", ParameterKind::YesNo, {"Keep all", "Simpan semua"});
    keep.default_yes = true;
    auto fault = choice("fault", {"none", "usage", "input", "internal", "memory", "sigint", "sigterm", "sigint_twice"});
    fault.advanced = true;
    return {layer("points", ParameterKind::Layer, geo::GeometryType::Point, true),
            field("name-field", ParameterKind::Field, "points", {"nama", "name"}),
            field("group-field", ParameterKind::Fields, "points", {}),
            value,
            layer("roads", ParameterKind::Layers, geo::GeometryType::Line, false),
            field("class-field", ParameterKind::Field, "roads", {"kelas"}),
            parameter("surface", ParameterKind::Raster, {"Surface", "Permukaan"}),
            number("reach", 5000.0, false),
            number("passes", 2.0, true),
            limits,
            choice("mode", {"walking", "car"}),
            parameter("legs", ParameterKind::YesNo, {"Legs", "Ruas"}),
            keep,
            parameter("note", ParameterKind::Text, {"Note", "Catatan"}),
            parameter("scheme", ParameterKind::File, {"Scheme", "Skema"}),
            fault};
}

void fail_as_asked(const std::string& fault, RunContext& context) {
    if (fault == "usage") throw core::usage_error({"No effect.", "Tidak berpengaruh."});
    if (fault == "input") throw core::input_error({"Unfit content.", "Isi tidak layak."});
    if (fault == "internal") throw std::logic_error("a broken promise");
    if (fault == "memory") throw std::bad_alloc();
    if (fault == "sigterm") std::raise(SIGTERM);
    if (fault.starts_with("sigint")) std::raise(SIGINT);
    if (fault == "sigint_twice") std::raise(SIGINT);
    context.progress.step(0.5);
}

layers::Layer copy_points(Arguments& arguments, const layers::Layer& points, RunContext& context) {
    layers::Layer result;
    result.name = "count_points";
    result.title = {"Points", "Titik"};
    result.crs = points.crs;
    result.geometry_type = geo::GeometryType::Point;
    result.geometry = points.geometry;
    result.row_count = points.row_count;
    auto& names = result.add_column({"name", ColumnType::Text, "", {"Name", "Nama"}});
    const auto* name = arguments.column("points", "name-field");
    for (std::size_t row = 0; row < points.row_count; ++row) {
        names.add(name == nullptr ? std::optional<std::string>{} : name->as_text(row));
    }
    std::vector<double> scaled(points.row_count);
    core::parallel_for(points.row_count, {context.threads, 2}, context.progress,
                       [&](std::size_t begin, std::size_t end) {
                           for (auto row = begin; row < end; ++row) scaled[row] = static_cast<double>(row) * 0.1;
                       });
    auto& numbers = result.add_column({"scaled_m", ColumnType::Number, "m", {"Scaled", "Terskala"}});
    for (const double value : scaled) numbers.add_number(value);
    return result;
}

layers::Layer count_groups(const Arguments& arguments, const layers::Layer& points) {
    layers::Layer result;
    result.name = "count_points_summary";
    result.title = {"Groups", "Kelompok"};
    result.add_column({"group_field", ColumnType::Text, "", {"Group field", "Kolom kelompok"}});
    result.add_column({"group_value", ColumnType::Text, "", {"Group", "Kelompok"}});
    result.add_column({"points", ColumnType::WholeNumber, "", {"Points", "Titik"}});
    for (const auto& field_name : arguments.field_list("group-field")) {
        std::map<std::string, std::int64_t> counts;
        for (std::size_t row = 0; row < points.row_count; ++row) {
            ++counts[points.find(field_name)->as_text(row).value_or("")];
        }
        for (const auto& [value, count] : counts) {
            result.columns[0].add_text(field_name);
            result.columns[1].add_text(value);
            result.columns[2].add_whole_number(count);
            ++result.row_count;
        }
    }
    return result;
}

Figure sum_of_values(const Arguments& arguments) {
    Figure figure{"value_sum_m", {"Sum of values", "Jumlah nilai"}, std::nullopt, 2};
    const auto* values = arguments.column("points", "value-field");
    if (values == nullptr) return figure;
    double sum = 0.0;
    for (std::size_t row = 0; row < values->size(); ++row) sum += values->number(row).value_or(0.0);
    figure.value = sum;
    return figure;
}

Results count_points(Arguments& arguments, RunContext& context) {
    context.diagnostics.warning({"This is a test.", "Ini uji coba."});
    fail_as_asked(arguments.text("fault"), context);
    const auto& points = *arguments.layer("points");
    Results results;
    results.layers = {copy_points(arguments, points, context), count_groups(arguments, points)};
    const auto count = [&](const std::string& name) { return static_cast<double>(arguments.layers[name].size()); };
    results.figures = {{"points", {"Points", "Titik"}, static_cast<double>(points.row_count), 0},
                       {"roads", {"Road layers", "Lapisan jalan"}, count("roads"), 0},
                       {"reach_m", {"Reach", "Jangkauan"}, arguments.number("reach"), 1},
                       {"passes", {"Passes", "Putaran"}, arguments.number("passes"), 0},
                       {"limits", {"Limits", "Batas"}, static_cast<double>(arguments.numbers["limits"].size()), 0},
                       {"legs", {"Legs", "Ruas"}, arguments.is_yes("legs") ? 1.0 : 0.0, 0},
                       {"keep", {"Keep", "Simpan"}, arguments.is_yes("keep") ? 1.0 : 0.0, 0},
                       sum_of_values(arguments)};
    results.summary = {
        core::format_text("{} points, by {}.", "{} titik, dengan {}.", points.row_count, arguments.text("mode"))};
    if (arguments.is_given("note")) results.summary.push_back(core::same_text(arguments.text("note")));
    if (arguments.is_given("scheme")) results.summary.push_back(core::same_text(arguments.files["scheme"].text));
    context.progress.step(1.0);
    return results;
}

Analysis count_points_analysis() {
    Analysis analysis;
    analysis.id = "count-points";
    analysis.group = {"tests", "uji"};
    analysis.title = {"how many points are there?", "berapa banyak titiknya?"};
    analysis.help = {"Counts points by group and copies them.", "Menghitung titik per kelompok dan menyalinnya."};
    analysis.parameters = count_parameters();
    analysis.outputs = {
        {"count_points", {"Points", "Titik"}, geo::GeometryType::Point, {}, {}, {}},
        {"count_points_summary", {"Groups", "Kelompok"}, geo::GeometryType::None, {}, {}, {}},
        {"count_points_legs", {"Legs", "Ruas"}, geo::GeometryType::Line, {}, {"with --legs", "dengan --legs"}, "legs"}};
    analysis.outputs[0].columns = {{"name", ColumnType::Text, "", {"Name", "Nama"}},
                                   {"scaled_m", ColumnType::Number, "m", {"Scaled", "Terskala"}}};
    maps::StyleClass every_point;
    every_point.label = {"Point", "Titik"};
    analysis.outputs[0].styles = {{"plain", {"Plain points", "Titik biasa"}, {every_point}, {}}};
    analysis.run = count_points;
    return analysis;
}

Analysis count_nothing_analysis() {
    Analysis analysis;
    analysis.id = "count-nothing";
    analysis.group = {"others", "lainnya"};
    analysis.title = {"how much is nothing?", "berapakah kosong itu?"};
    analysis.help = {"Writes an empty table.", "Menulis tabel kosong."};
    analysis.outputs = {{"count_nothing", {"Nothing", "Kosong"}, geo::GeometryType::None, {}, {}, {}}};
    analysis.run = [](Arguments&, RunContext&) {
        Results results;
        results.layers.emplace_back().name = "count_nothing";
        results.layers[0].add_column({"count", ColumnType::WholeNumber, "", {"Count", "Jumlah"}});
        return results;
    };
    return analysis;
}

}  // namespace

const Catalogue& test_catalogue() {
    static const Catalogue kAll{count_points_analysis(), count_nothing_analysis()};
    return kAll;
}

}  // namespace desakota::cli
