#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/core/text.h"
#include "engine/geo/geometry.h"

namespace desakota::study {

/// A layer that lies in a folder.
struct FoundLayer {
    std::string source;  ///< as a study names it: "telang.gpkg|layername=roads"
    std::string name;    ///< of the file or the layer within
    geo::GeometryType geometry = geo::GeometryType::None;
    std::vector<std::string> columns;
};

/// What a layer of a study can be, and how it is called there.
struct Role {
    std::string name;  ///< of the layer parameter: "settlements"
    core::Text title;
    std::vector<geo::GeometryType> geometry;
    std::vector<std::string> words;    ///< in its name, in small letters, English and Indonesian
    std::vector<std::string> columns;  ///< of these one must be there; empty: any will do
    bool several = false;              ///< whether there may be more than one
    std::vector<std::string> signs{};  ///< columns that tell it whatever its name, in small letters
};
[[nodiscard]] const std::vector<Role>& roles();

/// The role of a layer by its name, geometry and columns: of several that fit, the one whose word is longest. nullptr
/// where none fits.
[[nodiscard]] const Role* role_by_name(const FoundLayer& layer);
/// The first role of which it has a sign among its columns; nullptr where there is none.
[[nodiscard]] const Role* role_by_sign(const FoundLayer& layer);
/// By its name, else by a sign.
[[nodiscard]] const Role* role_of(const FoundLayer& layer);

}  // namespace desakota::study
