#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "engine/core/text.h"
#include "engine/geo/point.h"
#include "engine/maps/cairo_objects.h"
#include "engine/maps/palette.h"
#include "engine/maps/projected_geometry.h"

namespace desakota::maps {

inline constexpr Colour kInk{25, 25, 25};

enum class Align : std::uint8_t { Left, Centre, Right };

struct TextLook {
    double size = 2.3;  ///< of the letters (em), in mm
    bool bold = false;
    Colour colour = kInk;
    Align align = Align::Left;
    double width = 0.0;  ///< in mm: lines are broken there; 0: one line as long as it is
    int lines = 0;       ///< at most, with "..." where more is needed; 0: any number. With a width only
};
struct Size {
    double width = 0.0;
    double height = 0.0;
};

/// A page or picture that is drawn on in millimetres, x to the right and y down from its upper left corner. Serves one
/// thread.
class Canvas {
public:
    static Canvas picture(int width, int height, double pixels_per_mm, core::Language language);
    /// A PDF of one page with that title; the size in mm.
    static Canvas page(const Size& size, const std::string& title, core::Language language);
    Canvas(const Canvas&) = delete;
    Canvas(Canvas&&) noexcept = default;
    Canvas& operator=(const Canvas&) = delete;
    Canvas& operator=(Canvas&&) noexcept = default;
    ~Canvas() = default;

    [[nodiscard]] cairo_t* cairo() const { return cairo_.get(); }
    [[nodiscard]] core::Language language() const { return language_; }
    [[nodiscard]] const Size& size() const { return size_; }
    /// The smallest length that can be seen, in mm: a pixel, or a pixel of 600 dpi on a PDF.
    [[nodiscard]] double pixel() const { return pixel_; }

    void set_colour(const Colour& colour, double opacity = 1.0) const;
    void fill(const Box& box, const Colour& colour) const;
    void outline(const Box& box, const Colour& colour, double width) const;
    void line(const geo::Point& from, const geo::Point& to, const Colour& colour, double width) const;

    /// Texts from anywhere: what cannot be set is replaced (printable.h).
    [[nodiscard]] Size measure(std::string_view text, const TextLook& look) const;
    /// `at`: the upper left corner; with an alignment and no width, the upper middle or upper right one.
    void text(std::string_view text, const TextLook& look, const geo::Point& at) const;
    /// The same with a white rim of that width, in mm.
    void text_with_rim(std::string_view text, const TextLook& look, const geo::Point& at, double rim) const;

    struct PngManner {
        int compression_level = 1;
        std::size_t colours = 256;  ///< at most
    };
    /// The content of the file: of a picture as PNG, of a page as PDF, after which nothing can be drawn.
    [[nodiscard]] std::string finish_png(const PngManner& manner);
    [[nodiscard]] std::string finish_pdf();

private:
    Canvas(Surface surface, const Size& size, double units_per_mm, core::Language language);
    [[nodiscard]] TextLayout layout(std::string_view text, const TextLook& look) const;
    void begin_text(const TextLayout& set, const TextLook& look, const geo::Point& at) const;
    void expect_success() const;

    std::unique_ptr<std::string> written_;
    Size size_;
    double pixel_ = 0.1;
    double pixels_per_mm_ = 1.0;
    core::Language language_;
    Surface surface_;
    Cairo cairo_;
    FontContext font_context_;
};

}  // namespace desakota::maps
