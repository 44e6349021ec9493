#pragma once

#include <memory>
#include <pango/pangocairo.h>

namespace desakota::maps {

/// Owners of what Cairo and Pango make, which serve one thread.
struct SurfaceDelete {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
struct CairoDelete {
    void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
};
struct FontDelete {
    void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
};
struct ObjectUnref {
    void operator()(gpointer object) const { g_object_unref(object); }
};
using Surface = std::unique_ptr<cairo_surface_t, SurfaceDelete>;
using Cairo = std::unique_ptr<cairo_t, CairoDelete>;
using Font = std::unique_ptr<PangoFontDescription, FontDelete>;
using FontMap = std::unique_ptr<PangoFontMap, ObjectUnref>;
using FontContext = std::unique_ptr<PangoContext, ObjectUnref>;
using TextLayout = std::unique_ptr<PangoLayout, ObjectUnref>;

/// Keeps Cairo's state (colour, clip, transformation) and brings it back at the end of the scope.
class KeptState {
public:
    explicit KeptState(cairo_t* cairo);
    KeptState(const KeptState&) = delete;
    KeptState& operator=(const KeptState&) = delete;
    ~KeptState();

private:
    cairo_t* cairo_;
};

}  // namespace desakota::maps
