#include "engine/maps/role_symbols.h"

namespace desakota::maps {

Symbol role_symbol(LayerRole role) {
    switch (role) {
        case LayerRole::Area:
            return {.colour = kGrey, .dash = Dash::Dashed, .width = 0.3};
        case LayerRole::Rivers:
            return {.colour = kSkyBlue, .width = 0.5};
        case LayerRole::Roads:
            return {.colour = kDarkGrey, .width = 0.3};
        case LayerRole::Ferries:
            return {.colour = kBlue, .dash = Dash::Dashed, .width = 0.45};
        case LayerRole::Facilities:
            return {.colour = kWhite, .marker = Marker::Cross, .size = 2.2};
        case LayerRole::Centres:
            break;
    }
    return {.colour = kBlack, .marker = Marker::Star, .size = 3.0};
}

core::Text role_title(LayerRole role) {
    switch (role) {
        case LayerRole::Area:
            return {"Boundary of the area", "Batas wilayah"};
        case LayerRole::Rivers:
            return {"River, canal", "Sungai, saluran"};
        case LayerRole::Roads:
            return {"Road", "Jalan"};
        case LayerRole::Ferries:
            return {"Ferry line", "Lintasan feri"};
        case LayerRole::Facilities:
            return {"Facility", "Fasilitas"};
        case LayerRole::Centres:
            break;
    }
    return {"Centre", "Pusat pelayanan"};
}

Symbol symbol_of(const BackgroundLayer& layer, std::size_t row) {
    const auto& classes = layer.prepared.drawn.style.classes;
    return classes.empty() ? role_symbol(layer.role) : classes[layer.prepared.classes[row]].symbol;
}

}  // namespace desakota::maps
