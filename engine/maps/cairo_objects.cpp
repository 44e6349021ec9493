#include "engine/maps/cairo_objects.h"

namespace desakota::maps {

KeptState::KeptState(cairo_t* cairo) : cairo_(cairo) {
    cairo_save(cairo);
}

KeptState::~KeptState() {
    cairo_restore(cairo_);
}

}  // namespace desakota::maps
