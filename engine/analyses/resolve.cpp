#include "engine/analyses/resolve.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "engine/analyses/parameter_text.h"
#include "engine/analyses/personal_data.h"

namespace desakota::analyses {
namespace {

using ColumnList = std::vector<layers::ColumnDefinition>;

constexpr std::string_view kFieldSuffix = "-field";

/// Lower case, with one '_' for blanks and marks: "Jumlah KK" in a workbook's heading is jumlah_kk.
std::string plain_name(std::string_view text) {
    std::string plain;
    bool apart = false;
    for (const char letter : text) {
        const char small = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
        const bool is_plain = (small >= 'a' && small <= 'z') || (small >= '0' && small <= '9');
        // Parts of letters beyond ASCII are letters.
        if (!is_plain && static_cast<unsigned char>(small) < 0x80U) {
            apart = true;
            continue;
        }
        if (apart && !plain.empty()) plain += '_';
        apart = false;
        plain += small;
    }
    return plain;
}

bool is_field(const Parameter& parameter) {
    return parameter.kind == ParameterKind::Field || parameter.kind == ParameterKind::Fields;
}

/// The column as the layer spells it: exactly `name` where there is one, else the same but for letter case, blanks and
/// marks.
const layers::ColumnDefinition* find_column(const ColumnList& columns, const std::string& name) {
    const auto exact = std::ranges::find(columns, name, &layers::ColumnDefinition::name);
    if (exact != columns.end()) return &*exact;
    const auto wanted = plain_name(name);
    const auto alike = std::ranges::find_if(
        columns, [&](const layers::ColumnDefinition& column) { return plain_name(column.name) == wanted; });
    return alike == columns.end() ? nullptr : &*alike;
}

/// The only column that is called so by itself, below a heading that spans several: "Jumlah KK" of "Penduduk Jumlah
/// KK".
const layers::ColumnDefinition* find_by_alias(const ColumnList& columns, const std::string& name) {
    const layers::ColumnDefinition* found = nullptr;
    for (const auto& column : columns) {
        if (column.alias.english.empty() || plain_name(column.alias.english) != name) continue;
        if (found != nullptr) return nullptr;
        found = &column;
    }
    return found;
}

bool is_numeric(const layers::ColumnDefinition& column) {
    return column.type == layers::ColumnType::WholeNumber || column.type == layers::ColumnType::Number;
}

core::Text columns_of(const std::vector<LayerSchema>& layers) {
    core::Text text;
    for (const auto& layer : layers) {
        constexpr std::size_t kMostListed = 100;
        std::vector<std::string> names;
        for (const auto& column : layer.columns) {
            names.push_back(names.size() < kMostListed ? column.name : "...");
            if (names.size() > kMostListed) break;
        }
        if (names.empty()) {
            text = text + core::format_text(" {} has no fields.", " {} tidak punya kolom.", layer.label);
        } else {
            text = text + core::format_text(" Fields of {}: {}.", " Kolom di {}: {}.", layer.label,
                                            fmt::format("{}", fmt::join(names, ", ")));
        }
    }
    return text;
}

core::Text unknown_field(const Parameter& parameter, const std::string& name, const std::vector<LayerSchema>& layers) {
    return core::format_text("{0}: there is no field \"{1}\" in {2}.", "{0}: tidak ada kolom \"{1}\" di {2}.",
                             parameter.name, name, parameter.of) +
           columns_of(layers);
}

core::Text personal_field(const Parameter& parameter, const std::string& name) {
    return core::format_text(
        "{0}: the field \"{1}\" holds personal data, which never reach a result. Choose another field.",
        "{0}: kolom \"{1}\" memuat data pribadi, yang tidak pernah masuk ke hasil. Pilih kolom lain.", parameter.name,
        name);
}

/// The columns that are left aside because of what they hold.
std::vector<std::string> personal_columns(const LayerSchema& layer) {
    std::vector<std::string> names;
    for (const auto& column : layer.columns) {
        if (is_personal(column)) names.push_back(column.name);
    }
    return names;
}

core::Text field_not_found(const Parameter& parameter, const std::vector<LayerSchema>& layers) {
    return core::format_text("{0}: no field of {1} has a usual name for it; name the field with {0}.",
                             "{0}: tidak ada kolom di {1} dengan nama yang lazim; sebutkan kolomnya dengan {0}.",
                             parameter.name, parameter.of) +
           columns_of(layers);
}

/// The columns that each layer has of those the user named; a name that no layer has is a problem.
std::vector<std::vector<std::string>> take_named(const Parameter& parameter, const std::vector<std::string>& names,
                                                 const std::vector<LayerSchema>& layers,
                                                 core::Diagnostics& diagnostics) {
    std::vector<std::vector<std::string>> taken(layers.size());
    for (const auto& name : names) {
        bool found = false;
        for (std::size_t index = 0; index < layers.size(); ++index) {
            const auto* column = find_column(layers[index].columns, name);
            if (column == nullptr) continue;
            found = true;
            if (is_personal(*column)) {
                diagnostics.error(personal_field(parameter, column->name));
                continue;
            }
            if (std::ranges::find(taken[index], column->name) == taken[index].end()) {
                taken[index].push_back(column->name);
            }
        }
        if (!found) diagnostics.error(unknown_field(parameter, name, layers));
    }
    return taken;
}

/// The columns of those names that each layer has.
std::vector<std::vector<std::string>> take_asked(const std::vector<std::string>& names,
                                                 const std::vector<LayerSchema>& layers) {
    std::vector<std::vector<std::string>> taken(layers.size());
    for (std::size_t index = 0; index < layers.size(); ++index) {
        for (const auto& name : names) {
            const auto* column = find_column(layers[index].columns, name);
            if (column == nullptr || is_personal(*column)) continue;
            if (std::ranges::find(taken[index], column->name) == taken[index].end()) {
                taken[index].push_back(column->name);
            }
        }
    }
    return taken;
}

bool fits(const Parameter& parameter, const layers::ColumnDefinition& column, const std::set<std::string>& used) {
    return !used.contains(column.name) && !is_personal(column) && (!parameter.numeric || is_numeric(column));
}

bool takes_every_field(const Parameter& parameter) {
    return parameter.kind == ParameterKind::Fields && parameter.usual_names == std::vector{std::string(kEveryField)};
}

/// The number of a feature, which QGIS shows as a field and other programs do not.
bool is_feature_number(const std::string& name) {
    const auto plain = plain_name(name);
    if (plain == "fid" || plain == "ogc_fid") return true;
    return plain.starts_with("fid_") && plain.find_first_not_of("0123456789", 4) == std::string::npos;
}

/// All columns that no earlier parameter took, but the number of the feature.
std::vector<std::string> other_columns(const Parameter& parameter, const LayerSchema& layer,
                                       const std::set<std::string>& used) {
    std::vector<std::string> columns;
    for (const auto& column : layer.columns) {
        const bool is_new = std::ranges::find(columns, column.name) == columns.end();
        const bool is_taken = is_new && !is_feature_number(column.name) && fits(parameter, column, used);
        if (is_taken) columns.push_back(column.name);
    }
    return columns;
}

/// The column with the most wanted usual name that no earlier parameter took; of a parameter that takes several, all
/// columns with usual names.
std::vector<std::string> usual_columns(const Parameter& parameter, const LayerSchema& layer,
                                       const std::set<std::string>& used) {
    std::vector<std::string> columns;
    for (const auto& name : parameter.usual_names) {
        const auto* column = find_column(layer.columns, name);
        if (column == nullptr) column = find_by_alias(layer.columns, name);
        if (column == nullptr || !fits(parameter, *column, used)) continue;
        columns.push_back(column->name);
        if (parameter.kind == ParameterKind::Field) break;
    }
    return columns;
}

/// What one layer parameter's fields became, for its information line.
struct Found {
    std::string word;
    std::string column;
};

std::string field_word(const Parameter& parameter) {
    std::string word = parameter.name;
    if (word.ends_with(kFieldSuffix)) word.resize(word.size() - kFieldSuffix.size());
    return word;
}

core::Text found_line(const std::string& parameter, const LayerSchema& layer, bool several,
                      const std::vector<Found>& found) {
    core::Text line = core::same_text(several ? fmt::format("{} ({}): ", parameter, layer.label) : parameter + ": ");
    for (std::size_t index = 0; index < found.size(); ++index) {
        line = line + core::same_text(index == 0 ? "" : ", ") +
               core::format_text("{} from {}", "{} dari kolom {}", found[index].word, found[index].column);
    }
    return line;
}

/// Resolves the fields of one layer parameter.
class LayerFields {
public:
    LayerFields(std::string parameter, const std::vector<LayerSchema>& layers)
        : parameter_(std::move(parameter)), layers_(layers), used_(layers.size()), found_(layers.size()) {}

    std::vector<std::vector<std::string>> find_usual(const Parameter& field, core::Diagnostics& diagnostics) {
        std::vector<std::vector<std::string>> taken(layers_.size());
        bool any = false;
        for (std::size_t index = 0; index < layers_.size(); ++index) {
            const bool takes_every = takes_every_field(field);
            taken[index] = takes_every ? other_columns(field, layers_[index], used_[index])
                                       : usual_columns(field, layers_[index], used_[index]);
            if (taken[index].empty()) continue;
            any = true;
            if (takes_every) continue;
            used_[index].insert(taken[index].begin(), taken[index].end());
            found_[index].push_back({field_word(field), fmt::format("{}", fmt::join(taken[index], ", "))});
        }
        if (field.required && !any) diagnostics.error(field_not_found(field, layers_));
        return taken;
    }

    void tell(core::Diagnostics& diagnostics) const {
        for (std::size_t index = 0; index < layers_.size(); ++index) {
            if (!found_[index].empty()) {
                diagnostics.information(found_line(parameter_, layers_[index], layers_.size() > 1, found_[index]));
            }
            const auto aside = personal_columns(layers_[index]);
            if (aside.empty()) continue;
            diagnostics.information(core::format_text("{0}: left aside as personal data: {1}.",
                                                      "{0}: tidak dipakai karena data pribadi: {1}.",
                                                      layers_[index].label, fmt::format("{}", fmt::join(aside, ", "))));
        }
    }

private:
    std::string parameter_;
    const std::vector<LayerSchema>& layers_;
    std::vector<std::set<std::string>> used_;  // by layer
    std::vector<std::vector<Found>> found_;    // by layer
};

core::Text unfit_geometry(const Parameter& parameter, const LayerSchema& layer) {
    const auto wanted = geometry_names(parameter.geometry);
    const auto held = geometry_name(layer.geometry);
    return {core::format_text("{}: the geometry of this layer is {}, but --{} takes {}. Choose another layer.", "",
                              layer.label, held.english, parameter.name, wanted.english)
                .english,
            core::format_text("", "{}: geometri lapisan ini {}, sedangkan --{} memerlukan {}. Pilih lapisan lain.",
                              layer.label, held.indonesian, parameter.name, wanted.indonesian)
                .indonesian};
}

bool takes(const Parameter& parameter, geo::GeometryType type) {
    const auto has = [&](geo::GeometryType accepted) {
        return std::ranges::find(parameter.geometry, accepted) != parameter.geometry.end();
    };
    return parameter.geometry.empty() || has(geo::GeometryType::None) || has(type);
}

}  // namespace

FieldNames asked_fields(const Analysis& analysis, const Arguments& arguments) {
    return analysis.asked_fields ? analysis.asked_fields(arguments) : FieldNames{};
}

std::map<std::string, std::vector<std::vector<std::string>>> resolve_fields(const Analysis& analysis,
                                                                            const Schemas& schemas,
                                                                            const FieldNames& named,
                                                                            core::Diagnostics& diagnostics,
                                                                            const FieldNames& asked) {
    std::map<std::string, std::vector<std::vector<std::string>>> fields;
    for (const auto& layer : analysis.parameters) {
        const auto place = schemas.find(layer.name);
        if (place == schemas.end() || place->second.empty()) continue;
        LayerFields of_layer(layer.name, place->second);
        for (const auto& field : analysis.parameters) {
            if (!is_field(field) || field.of != layer.name) continue;
            const auto names = named.find(field.name);
            const auto wanted = asked.find(field.name);
            if (names != named.end() && !names->second.empty()) {
                fields[field.name] = take_named(field, names->second, place->second, diagnostics);
            } else if (wanted != asked.end()) {
                fields[field.name] = take_asked(wanted->second, place->second);
            } else {
                fields[field.name] = of_layer.find_usual(field, diagnostics);
            }
        }
        of_layer.tell(diagnostics);
    }
    return fields;
}

void check_geometry(const Analysis& analysis, const Schemas& schemas, core::Diagnostics& diagnostics) {
    for (const auto& parameter : analysis.parameters) {
        const auto place = schemas.find(parameter.name);
        if (place == schemas.end()) continue;
        for (const auto& layer : place->second) {
            if (!takes(parameter, layer.geometry)) diagnostics.error(unfit_geometry(parameter, layer));
        }
    }
}

std::vector<std::string> needed_columns(const Analysis& analysis, const std::string& layer_parameter, std::size_t index,
                                        const std::map<std::string, std::vector<std::vector<std::string>>>& fields) {
    std::vector<std::string> needed;
    for (const auto& parameter : analysis.parameters) {
        const auto place = fields.find(parameter.name);
        if (!is_field(parameter) || parameter.of != layer_parameter || place == fields.end()) continue;
        if (index >= place->second.size()) continue;
        for (const auto& column : place->second[index]) {
            if (std::ranges::find(needed, column) == needed.end()) needed.push_back(column);
        }
    }
    return needed;
}

}  // namespace desakota::analyses
