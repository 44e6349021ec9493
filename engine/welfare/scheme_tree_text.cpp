// read_tree: the dimensions and indicators of a scheme file.
#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include "engine/core/number_text.h"
#include "engine/welfare/scheme_reading.h"

namespace desakota::welfare {
namespace {

using config::Reader;

constexpr double kLargest = 1e15;

/// An indicator or a dimension among those that share a parent.
struct Child {
    double* weight = nullptr;
    bool is_given = false;
    int line = 0;
};
struct Reading {
    Reader& root;
    Scheme& scheme;
    std::map<std::string, std::size_t> place_of;           ///< of dimensions, by code
    std::vector<std::optional<double>> dimension_weights;  ///< as given
    std::vector<std::optional<double>> indicator_weights;
    std::vector<int> dimension_lines;
    std::vector<int> indicator_lines;
};

/// The dimension that `key` names; the index itself where the key is missing.
std::size_t read_place(Reading& reading, Reader& row, const std::string& key) {
    const auto code = row.text(key);
    if (!code) return 0;
    const auto found = reading.place_of.find(*code);
    if (found != reading.place_of.end()) return found->second;
    row.error(row.table().find(key)->line,
              core::format_text("there is no dimension \"{0}\" above; write dimensions before what stands in them.",
                                "tidak ada dimensi \"{0}\" di atas; tulis dimensi sebelum isinya.", *code));
    return 0;
}

void read_dimension(Reading& reading, Reader& row) {
    Dimension dimension;
    dimension.code = needed_code(row);
    dimension.title = needed_bilingual(row, "title");
    dimension.parent = read_place(reading, row, "dimension");
    dimension.aggregation = read_aggregation(row).value_or(reading.scheme.dimensions.front().aggregation);
    reading.dimension_weights.push_back(read_weight(row));
    reading.dimension_lines.push_back(row.table().line);
    row.finish();
    if (!reading.place_of.emplace(dimension.code, reading.scheme.dimensions.size()).second) {
        row.error(row.table().line, core::format_text("the dimension \"{0}\" is already there above.",
                                                      "dimensi \"{0}\" sudah ada di atas.", dimension.code));
    }
    reading.scheme.dimensions.push_back(std::move(dimension));
}

void read_range(Reader& row, Indicator& indicator) {
    indicator.least = row.number("least", -kLargest, kLargest).value_or(indicator.least);
    indicator.most = row.number("most", -kLargest, kLargest).value_or(indicator.most);
    if (indicator.least < indicator.most) return;
    row.error(row.table().line, {"`least` must be below `most`.", "`least` harus di bawah `most`."});
}

/// What turns with the direction cannot be taken as it is against the direction of the index.
void check_direction(Reader& row, const Indicator& indicator, const Scheme& scheme) {
    if (indicator.normalisation.kind != Normaliser::None || indicator.direction == scheme.direction) return;
    row.error(
        row.table().line,
        core::format_text("the indicator \"{0}\" runs against the index, so it cannot do without a normalisation; add "
                          "normalise = {{by = \"goalposts\", least = ..., most = ...}}.",
                          "arah indikator \"{0}\" berlawanan dengan indeks, jadi perlu dinormalkan; tambahkan "
                          "normalise = {{by = \"goalposts\", least = ..., most = ...}}.",
                          indicator.code));
}

void read_indicator(Reading& reading, Reader& row, std::set<std::string>& codes) {
    Indicator indicator;
    indicator.code = needed_code(row);
    indicator.title = needed_bilingual(row, "title");
    indicator.unit = row.text("unit").value_or("");
    indicator.dimension = read_place(reading, row, "dimension");
    indicator.direction = read_direction(row).value_or(reading.scheme.direction);
    indicator.normalisation = read_normalisation(row);
    read_range(row, indicator);
    check_direction(row, indicator, reading.scheme);
    reading.indicator_weights.push_back(read_weight(row));
    reading.indicator_lines.push_back(row.table().line);
    row.finish();
    if (!indicator.code.empty() && !codes.insert(indicator.code).second) {
        row.error(row.table().line,
                  core::format_text("the indicator \"{0}\" is already there above; give each its own code.",
                                    "indikator \"{0}\" sudah ada di atas; beri kode yang berbeda.", indicator.code));
    }
    reading.scheme.indicators.push_back(std::move(indicator));
}

/// What stands in the dimension: other dimensions, then indicators.
std::vector<Child> children_of(Reading& reading, std::size_t dimension) {
    auto& scheme = reading.scheme;
    std::vector<Child> children;
    for (std::size_t i = 1; i < scheme.dimensions.size(); ++i) {
        if (scheme.dimensions[i].parent != dimension) continue;
        children.push_back({&scheme.dimensions[i].weight, reading.dimension_weights[i - 1].has_value(),
                            reading.dimension_lines[i - 1]});
    }
    for (std::size_t i = 0; i < scheme.indicators.size(); ++i) {
        if (scheme.indicators[i].dimension != dimension) continue;
        children.push_back(
            {&scheme.indicators[i].weight, reading.indicator_weights[i].has_value(), reading.indicator_lines[i]});
    }
    return children;
}

core::Text name_of(const Dimension& dimension) {
    if (dimension.code.empty()) return {"the index", "indeks"};
    return core::format_text("the dimension \"{0}\"", "dimensi \"{0}\"", dimension.code);
}

/// The given weights sum to 1; where none is given, all are equal.
void settle_weights(Reading& reading, std::size_t dimension) {
    constexpr double kTolerance = 1e-9;
    const auto children = children_of(reading, dimension);
    const auto name = name_of(reading.scheme.dimensions[dimension]);
    if (children.empty()) {
        if (dimension == 0 || reading.scheme.is_frame) return;
        reading.root.error(
            reading.dimension_lines[dimension - 1],
            core::same_text("") + name +
                core::Text{" has no indicator; add one, or `frame = true` for an index whose indicators are "
                           "not published.",
                           " tidak punya indikator; tambahkan, atau `frame = true` untuk indeks yang "
                           "indikatornya belum diterbitkan."});
        return;
    }
    const auto given = std::ranges::count_if(children, &Child::is_given);
    if (given == 0) {
        for (const auto& child : children) *child.weight = 1.0 / static_cast<double>(children.size());
        return;
    }
    const auto without = std::ranges::find_if_not(children, &Child::is_given);
    if (without != children.end()) {
        reading.root.error(without->line, core::Text{"a `weight` is missing here, while others in ",
                                                     "`weight` belum ada di sini, "
                                                     "padahal yang lain di "} +
                                              name +
                                              core::Text{" have one; give all or none (equal weights).",
                                                         " punya; isi semua atau kosongkan semua (bobot sama)."});
        return;
    }
    double sum = 0.0;
    for (const auto& child : children) sum += *child.weight;
    if (std::abs(sum - 1.0) <= kTolerance) return;
    reading.root.error(children.front().line, core::Text{"the weights in ", "jumlah bobot di "} + name +
                                                  core::format_text(" sum to {0}, not to 1.", " adalah {0}, bukan 1.",
                                                                    core::number_text(sum)));
}

void place_weights(Reading& reading) {
    for (std::size_t i = 0; i < reading.dimension_weights.size(); ++i) {
        reading.scheme.dimensions[i + 1].weight = reading.dimension_weights[i].value_or(1.0);
    }
    for (std::size_t i = 0; i < reading.indicator_weights.size(); ++i) {
        reading.scheme.indicators[i].weight = reading.indicator_weights[i].value_or(1.0);
    }
    for (std::size_t i = 0; i < reading.scheme.dimensions.size(); ++i) settle_weights(reading, i);
}

}  // namespace

void read_tree(Reader& root, Scheme& scheme) {
    scheme.is_frame = root.yes_no("frame").value_or(false);
    scheme.scale = root.number("scale", 1e-9, kLargest).value_or(1.0);
    scheme.minimum_coverage = root.number("minimum_coverage", 0.0, 1.0).value_or(1.0);
    scheme.step_above_break = root.number("step_above_break", 0.0, 1.0);
    scheme.dimensions.push_back({"", scheme.title, 0, 1.0, read_aggregation(root).value_or(Aggregation::Arithmetic)});
    Reading reading{root, scheme, {}, {}, {}, {}, {}};
    for (auto& row : root.tables("dimension")) read_dimension(reading, row);
    std::set<std::string> codes;
    for (auto& row : root.tables("indicator")) read_indicator(reading, row, codes);
    place_weights(reading);
}

std::vector<double> Scheme::effective_weights() const {
    std::vector<double> weights;
    weights.reserve(indicators.size());
    for (const auto& indicator : indicators) {
        double weight = indicator.weight;
        for (auto at = indicator.dimension; at != 0; at = dimensions[at].parent) weight *= dimensions[at].weight;
        weights.push_back(weight);
    }
    return weights;
}

}  // namespace desakota::welfare
