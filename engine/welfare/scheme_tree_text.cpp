// read_tree: the dimensions and leaves of a scheme file.
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

/// A leaf or a dimension among those that share a parent.
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
    std::vector<std::optional<double>> leaf_weights;
    std::vector<int> dimension_lines;
    std::vector<int> leaf_lines;
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

void read_range(Reader& row, Leaf& leaf) {
    leaf.least = row.number("least", -kLargest, kLargest).value_or(leaf.least);
    leaf.most = row.number("most", -kLargest, kLargest).value_or(leaf.most);
    if (leaf.least < leaf.most) return;
    row.error(row.table().line, {"`least` must be below `most`.", "`least` harus di bawah `most`."});
}

/// What turns with the direction cannot be taken as it is against the direction of the index.
void check_direction(Reader& row, const Leaf& leaf, const Scheme& scheme) {
    if (leaf.normalisation.kind != Normaliser::None || leaf.direction == scheme.direction) return;
    row.error(row.table().line,
              core::format_text("the leaf \"{0}\" runs against the index, so it cannot do without a normalisation; add "
                                "normalise = {{by = \"goalposts\", least = ..., most = ...}}.",
                                "arah daun \"{0}\" berlawanan dengan indeks, jadi perlu dinormalkan; tambahkan "
                                "normalise = {{by = \"goalposts\", least = ..., most = ...}}.",
                                leaf.code));
}

void read_leaf(Reading& reading, Reader& row, std::set<std::string>& codes) {
    Leaf leaf;
    leaf.code = needed_code(row);
    leaf.title = needed_bilingual(row, "title");
    leaf.unit = row.text("unit").value_or("");
    leaf.dimension = read_place(reading, row, "dimension");
    leaf.direction = read_direction(row).value_or(reading.scheme.direction);
    leaf.normalisation = read_normalisation(row);
    read_range(row, leaf);
    check_direction(row, leaf, reading.scheme);
    reading.leaf_weights.push_back(read_weight(row));
    reading.leaf_lines.push_back(row.table().line);
    row.finish();
    if (!leaf.code.empty() && !codes.insert(leaf.code).second) {
        row.error(row.table().line,
                  core::format_text("the leaf \"{0}\" is already there above; give each its own code.",
                                    "daun \"{0}\" sudah ada di atas; beri kode yang berbeda.", leaf.code));
    }
    reading.scheme.leaves.push_back(std::move(leaf));
}

/// What stands in the dimension: other dimensions, then leaves.
std::vector<Child> children_of(Reading& reading, std::size_t dimension) {
    auto& scheme = reading.scheme;
    std::vector<Child> children;
    for (std::size_t i = 1; i < scheme.dimensions.size(); ++i) {
        if (scheme.dimensions[i].parent != dimension) continue;
        children.push_back({&scheme.dimensions[i].weight, reading.dimension_weights[i - 1].has_value(),
                            reading.dimension_lines[i - 1]});
    }
    for (std::size_t i = 0; i < scheme.leaves.size(); ++i) {
        if (scheme.leaves[i].dimension != dimension) continue;
        children.push_back({&scheme.leaves[i].weight, reading.leaf_weights[i].has_value(), reading.leaf_lines[i]});
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
        reading.root.error(reading.dimension_lines[dimension - 1],
                           core::same_text("") + name +
                               core::Text{" has no leaf; add one, or `frame = true` for an index whose indicators are "
                                          "not published.",
                                          " tidak punya daun; tambahkan, atau `frame = true` untuk indeks yang "
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
    for (std::size_t i = 0; i < reading.leaf_weights.size(); ++i) {
        reading.scheme.leaves[i].weight = reading.leaf_weights[i].value_or(1.0);
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
    for (auto& row : root.tables("leaf")) read_leaf(reading, row, codes);
    place_weights(reading);
}

std::vector<double> Scheme::effective_weights() const {
    std::vector<double> weights;
    weights.reserve(leaves.size());
    for (const auto& leaf : leaves) {
        double weight = leaf.weight;
        for (auto at = leaf.dimension; at != 0; at = dimensions[at].parent) weight *= dimensions[at].weight;
        weights.push_back(weight);
    }
    return weights;
}

}  // namespace desakota::welfare
