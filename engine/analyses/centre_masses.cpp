#include "engine/analyses/centre_masses.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "engine/analyses/feature_messages.h"
#include "engine/analyses/number_reader.h"
#include "engine/analyses/parameter_builders.h"
#include "engine/analyses/quantity_text.h"
#include "engine/core/number_text.h"
#include "engine/geo/box_index.h"
#include "engine/geo/grid_polygon.h"
#include "engine/geo/nearest_points.h"
#include "engine/hinterland/interaction.h"
#include "engine/network/way_fields.h"

namespace desakota::analyses {
namespace {

using core::Text;

constexpr const char* kCentres = "centres";
constexpr const char* kMassField = "mass-field";
constexpr const char* kFacilityFields = "facility-fields";
constexpr const char* kFacilityWeights = "facility-weights";
constexpr const char* kReferenceMass = "reference-mass";
constexpr const char* kInsideField = "inside-field";
constexpr const char* kArea = "area";

std::vector<std::string> usual_mass_names() {
    return {"massa",      "mass", "jumlah_penduduk", "jml_penduduk", "jumlah_jiwa", "penduduk", "jiwa",
            "population", "pop",  "tenaga_kerja",    "jobs"};
}

Parameter mass_field() {
    auto parameter = field_parameter(kMassField, kCentres, usual_mass_names());
    parameter.numeric = true;
    return with_words(std::move(parameter), {"Mass of the centre", "Massa pusat"},
                      {"Field with what makes a centre attract: its population, jobs or another number above 0.",
                       "Kolom dengan besaran yang membuat pusat menarik: penduduk, tenaga kerja, atau angka lain di "
                       "atas 0."});
}

Parameter facility_fields() {
    auto parameter = field_parameter(kFacilityFields, kCentres);
    parameter.kind = ParameterKind::Fields;
    return with_words(std::move(parameter), {"Facilities of the centre", "Fasilitas pusat"},
                      {"Fields with the number of facilities at each centre, one field for each kind (schools, health "
                       "centres, markets ...). They give the centrality of the centres.",
                       "Kolom jumlah fasilitas di tiap pusat, satu kolom untuk tiap jenis (sekolah, puskesmas, pasar, "
                       "dan seterusnya). Dari sini dihitung sentralitas pusat."});
}

Parameter facility_weights() {
    auto parameter = parameter_of(kFacilityWeights, ParameterKind::Numbers);
    parameter.minimum = 0.0;
    return with_words(std::move(parameter), {"Weights of the facilities", "Bobot fasilitas"},
                      {"One weight for each field of --facility-fields, in their order. The mass of a centre is then "
                       "the weighted sum of its facilities, and no field of masses is needed.",
                       "Satu bobot untuk tiap kolom pada --facility-fields, menurut urutannya. Massa pusat kemudian "
                       "adalah jumlah fasilitas yang ditimbang, tanpa kolom massa."});
}

Parameter reference_mass() {
    auto parameter = parameter_of(kReferenceMass, ParameterKind::Number);
    parameter.minimum = 0.0;
    return with_words(as_advanced(std::move(parameter)), {"Mass of a full centre", "Massa pusat penuh"},
                      {"The mass at which a settlement in the centre itself has the index 100. Without it, that of the "
                       "largest centre; give it to compare runs with different centres.",
                       "Massa yang memberi indeks 100 bagi permukiman tepat di pusat. Bila tidak diisi, dipakai massa "
                       "pusat terbesar; isilah untuk membandingkan hasil dengan pusat yang berbeda."});
}

const layers::Column* names_of_centres(const Arguments& arguments) {
    return arguments.column(kCentres, "centre-name-field");
}

std::vector<double> weights_of(const Arguments& arguments) {
    const auto place = arguments.numbers.find(kFacilityWeights);
    return place == arguments.numbers.end() ? std::vector<double>{} : place->second;
}

void check_weights(const std::vector<double>& weights, std::size_t fields, core::Diagnostics& diagnostics) {
    if (fields == 0) {
        diagnostics.error(
            {"--facility-weights needs --facility-fields: name the fields with the numbers of facilities.",
             "--facility-weights memerlukan --facility-fields: sebutkan kolom jumlah fasilitasnya."});
    } else if (weights.size() != fields) {
        diagnostics.error(core::format_text(
            "--facility-weights: {0} weights for {1} fields. Give one for each field of --facility-fields.",
            "--facility-weights: {0} bobot untuk {1} kolom. Beri satu bobot untuk tiap kolom pada --facility-fields.",
            weights.size(), fields));
    }
    if (std::ranges::all_of(weights, [](double weight) { return weight == 0.0; })) {
        diagnostics.error({"--facility-weights: all weights are 0. Give at least one facility a weight above 0.",
                           "--facility-weights: semua bobot 0. Beri paling sedikit satu jenis bobot di atas 0."});
    }
}

void check_mass_source(const Arguments& arguments, core::Diagnostics& diagnostics) {
    const auto weights = weights_of(arguments);
    if (!weights.empty()) {
        check_weights(weights, arguments.field_list(kFacilityFields).size(), diagnostics);
        if (arguments.is_given(kMassField)) {
            diagnostics.error(
                {"--mass-field and --facility-weights exclude each other: the mass of a centre is either "
                 "a field or the weighted sum of its facilities.",
                 "--mass-field dan --facility-weights tidak dapat dipakai bersama: massa pusat diambil "
                 "dari satu kolom atau dari jumlah fasilitas yang ditimbang."});
        }
        return;
    }
    if (arguments.column(kCentres, kMassField) != nullptr || !arguments.has_layer(kCentres)) return;
    diagnostics.error(core::format_text(
        "{}: no field holds the mass of the centres (such as their population). Name one with --mass-field, or give "
        "--facility-fields and --facility-weights.",
        "{}: tidak ada kolom massa pusat (misalnya penduduk). Sebutkan dengan --mass-field, atau isi --facility-fields "
        "dan --facility-weights.",
        layers::describe_layer(arguments.layers.at(kCentres).front())));
}

/// Reads numbers of the centres' rows and says what is wrong with them.
class CentreNumbers {
public:
    CentreNumbers(const Arguments& arguments, core::Diagnostics& diagnostics)
        : arguments_(arguments), layer_(arguments.layers.at(kCentres).front()), diagnostics_(diagnostics) {}

    std::vector<double> masses() {
        const auto field = arguments_.field(kMassField);
        const auto reader = reader_of(*arguments_.column(kCentres, kMassField),
                                      core::format_text("the mass ({})", "massa ({})", field));
        std::vector<double> values(layer_.row_count, 0.0);
        for (std::size_t row = 0; row < values.size(); ++row) {
            const auto value = reader.read(row, parse_count);
            if (value && *value > 0.0) {
                values[row] = *value;
            } else if (value) {
                reader.refuse(row, core::format_text("is {}; it must be above 0", "{}; harus di atas 0",
                                                     core::number_text(*value)));
            } else if (reader.is_empty(row)) {
                reader.refuse(row,
                              {"is empty; a centre needs one above 0", "kosong; pusat harus punya massa di atas 0"});
            }
        }
        return values;
    }

    /// Complete where no error was told.
    FacilityFields facilities() {
        FacilityFields read{arguments_.field_list(kFacilityFields), {}};
        read.counts.assign(layer_.row_count * read.kinds.size(), 0.0);
        is_sound_.assign(layer_.row_count, true);
        for (std::size_t kind = 0; kind < read.kinds.size(); ++kind) {
            const auto& column = *layer_.find(read.kinds[kind]);
            const auto reader = reader_of(column, core::format_text("the number of {}", "jumlah {}", read.kinds[kind]));
            for (std::size_t row = 0; row < layer_.row_count; ++row) {
                const auto count = checked_count(reader, row);
                read.counts[row * read.kinds.size() + kind] = count.value_or(0.0);
                if (!count) is_sound_[row] = false;
            }
        }
        return read;
    }

    /// After facilities().
    std::vector<double> weighed(const FacilityFields& facilities, const std::vector<double>& weights) {
        std::vector<double> sums(layer_.row_count, 0.0);
        for (std::size_t row = 0; row < sums.size(); ++row) {
            for (std::size_t kind = 0; kind < weights.size(); ++kind) {
                sums[row] += weights[kind] * facilities.view().at(row, kind);
            }
            if (sums[row] > 0.0 || !is_sound_[row]) continue;
            diagnostics_.error(core::format_text(
                "{}: the weighted sum of its facilities is 0, so that the centre has no mass. Give the centre its "
                "facilities, choose other weights, or leave the centre out.",
                "{}: jumlah fasilitasnya yang ditimbang 0, sehingga pusat ini tanpa massa. Isi fasilitasnya, pilih "
                "bobot lain, atau keluarkan pusat itu.",
                feature_title(layer_, row, names_of_centres(arguments_))));
        }
        return sums;
    }

private:
    NumberReader reader_of(const layers::Column& column, Text what) {
        return {{layer_,
                 names_of_centres(arguments_),
                 column,
                 std::move(what),
                 {"Correct the value, or leave the centre out.", "Betulkan nilainya, atau keluarkan pusat itu."}},
                diagnostics_};
    }

    static std::optional<double> checked_count(const NumberReader& reader, std::size_t row) {
        const auto count = reader.read(row, parse_count);
        if (count && *count >= 0.0) return count;
        if (count) {
            reader.refuse(row, core::format_text("is {}; a count cannot be negative", "{}; jumlah tidak boleh negatif",
                                                 core::number_text(*count)));
        } else if (reader.is_empty(row)) {
            reader.refuse(row, {"is empty; write 0 where there is none", "kosong; tulis 0 bila tidak ada"});
        }
        return std::nullopt;
    }

    const Arguments& arguments_;
    const layers::Layer& layer_;
    core::Diagnostics& diagnostics_;
    std::vector<bool> is_sound_;  ///< rows whose counts all are counts
};

/// Centres drawn twice pull twice.
void warn_of_same_places(const Arguments& arguments, const Destinations& centres, core::Diagnostics& diagnostics) {
    constexpr double kSamePlace = 1.0;  // metres
    const geo::NearestPoints places(centres.places);
    std::vector<bool> has_twin(centres.size(), false);
    for (std::size_t i = 0; i < centres.places.size(); ++i) {
        for (const auto& found : places.within(centres.places[i], kSamePlace)) {
            if (centres.features[found.place] != centres.features[i]) has_twin[centres.features[i]] = true;
        }
    }
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < has_twin.size(); ++row) {
        if (has_twin[row]) rows.push_back(row);
    }
    if (rows.empty()) return;
    const auto& layer = arguments.layers.at(kCentres).front();
    diagnostics.warning(
        core::format_text("{0}: {1} centres share their place with another one (within 1 m): ",
                          "{0}: {1} pusat berada di tempat yang sama dengan pusat lain (dalam 1 m): ",
                          layers::describe_layer(layer), rows.size()) +
        feature_list(layer, rows, names_of_centres(arguments)) +
        Text{". Each counts as a centre of its own; where they are one, leave the others out.",
             ". Masing-masing dihitung sebagai pusat tersendiri; bila sebenarnya satu, keluarkan yang lain."});
}

std::vector<bool> outside_by_field(const layers::Column& column, std::size_t centres) {
    constexpr std::array<std::string_view, 10> kOutside{"0",     "no", "n",     "tidak", "t",
                                                        "false", "f",  "bukan", "luar",  "outside"};
    std::vector<bool> outside(centres, false);
    const auto texts = field_texts(&column, centres);
    for (std::size_t centre = 0; centre < centres; ++centre) {
        const auto text = network::normalised(texts[centre].value_or(std::string{}));
        outside[centre] = std::ranges::find(kOutside, text) != kOutside.end();
    }
    return outside;
}

/// Polygons, to ask whether a place lies in any of them.
class Area {
public:
    explicit Area(const geo::Geometries& geometry) {
        std::vector<geo::GridBox> boxes;
        for (std::size_t feature = 0; feature < geometry.size(); ++feature) {
            polygons_.emplace_back(geometry, feature);
            boxes.push_back(polygons_.back().box());
        }
        index_ = geo::BoxIndex(boxes);
    }

    [[nodiscard]] bool holds(const geo::GridPoint& place) const {
        geo::GridBox box;
        box.add(place);
        bool is_in = false;
        index_.for_each(box, [&](std::uint32_t polygon) { is_in = is_in || polygons_[polygon].contains(place); });
        return is_in;
    }

private:
    std::vector<geo::GridPolygon> polygons_;
    geo::BoxIndex index_;
};

/// Outside is a centre that has places and none in a polygon.
std::vector<bool> outside_by_area(Arguments& arguments, const Destinations& centres, RunContext& context) {
    const auto places = read_places(*arguments.layer(kArea), nullptr, context);
    if (places.places.empty()) return {};  // its reader said why
    const Area area(places.geometry);
    std::vector<bool> outside(centres.size(), false);
    std::vector<bool> inside(centres.size(), false);
    for (std::size_t i = 0; i < centres.places.size(); ++i) {
        const auto feature = centres.features[i];
        inside[feature] = inside[feature] || area.holds(centres.places[i]);
        outside[feature] = !inside[feature];
    }
    return outside;
}

std::vector<bool> read_outside(Arguments& arguments, const Destinations& centres, RunContext& context) {
    std::vector<bool> outside;
    if (const auto* column = arguments.column(kCentres, kInsideField)) {
        outside = outside_by_field(*column, centres.size());
    } else if (arguments.has_layer(kArea)) {
        outside = outside_by_area(arguments, centres, context);
    }
    if (!outside.empty() && std::ranges::find(outside, false) == outside.end()) {
        context.diagnostics.warning(
            core::format_text("{}: every centre is outside the area, so that all ties leak out of it. Check {}.",
                              "{}: semua pusat berada di luar kawasan, sehingga semua ikatan bocor ke luar. "
                              "Periksa {}.",
                              layers::describe_layer(arguments.layers.at(kCentres).front()),
                              arguments.has_layer(kArea) ? "--area" : "--inside-field"));
    }
    if (arguments.column(kCentres, kInsideField) != nullptr && std::ranges::find(outside, true) == outside.end()) {
        context.diagnostics.warning(core::format_text(
            "{}: the field '{}' puts no centre outside the area. Outside are 0, no, n, false, f, outside.",
            "{}: kolom '{}' tidak menempatkan satu pusat pun di luar kawasan. Di luar berarti 0, tidak, t, bukan, "
            "luar.",
            layers::describe_layer(arguments.layers.at(kCentres).front()), arguments.field(kInsideField)));
    }
    return outside;
}

}  // namespace

std::vector<Parameter> centre_mass_parameters() {
    return {mass_field(),
            facility_fields(),
            facility_weights(),
            reference_mass(),
            with_words(field_parameter(kInsideField, kCentres), {"Inside the area", "Di dalam kawasan"},
                       {"Field that is 0, no or tidak for centres outside the area; all others, also empty ones, are "
                        "inside. What ties settlements to centres outside is the leakage.",
                        "Kolom berisi 0, no, atau tidak untuk pusat di luar kawasan; yang lain, termasuk yang kosong, "
                        "berada di dalam. Ikatan dengan pusat di luar kawasan disebut kebocoran."}),
            with_words(
                layer_parameter(kArea, ParameterKind::Layer, {geo::GeometryType::Polygon}), {"Area", "Batas kawasan"},
                {"Polygons of the area, instead of --inside-field: centres in none of them are outside.",
                 "Poligon kawasan, sebagai ganti --inside-field: pusat yang tidak berada di dalamnya dianggap di "
                 "luar kawasan."})};
}

void check_centre_mass_usage(const Arguments& arguments, core::Diagnostics& diagnostics) {
    check_mass_source(arguments, diagnostics);
    const auto reference = arguments.number(kReferenceMass);
    if (reference && !(*reference > 0.0)) {
        diagnostics.error({"--reference-mass is 0; it must be above 0.", "--reference-mass 0; harus di atas 0."});
    }
    if (arguments.has_layer(kArea) && !arguments.field(kInsideField).empty()) {
        diagnostics.error({"--inside-field and --area exclude each other: both say which centres are outside.",
                           "--inside-field dan --area tidak dapat dipakai bersama: keduanya menentukan pusat mana yang "
                           "di luar kawasan."});
    }
}

CentreMasses read_centre_masses(Arguments& arguments, const Destinations& centres, RunContext& context) {
    CentreMasses read;
    CentreNumbers numbers(arguments, context.diagnostics);
    read.facilities = numbers.facilities();
    const auto weights = weights_of(arguments);
    if (weights.empty()) {
        read.masses = numbers.masses();
        read.what = core::same_text(arguments.field(kMassField));
    } else {
        read.masses = numbers.weighed(read.facilities, weights);
        read.what = {"weighted facilities", "fasilitas yang ditimbang"};
    }
    read.reference_mass = arguments.number(kReferenceMass).value_or(hinterland::greatest_mass(read.masses));
    warn_of_same_places(arguments, centres, context.diagnostics);
    read.outside = read_outside(arguments, centres, context);
    context.progress.step(1.0);
    return read;
}

}  // namespace desakota::analyses
