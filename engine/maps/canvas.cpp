#include "engine/maps/canvas.h"

#include <cairo-pdf.h>
#include <cmath>
#include <span>
#include <stdexcept>
#include <utility>
#include <vector>

#include "engine/maps/png.h"
#include "engine/maps/printable.h"

namespace desakota::maps {
namespace {

constexpr double kPointsPerMm = 72.0 / 25.4;
constexpr double kMmPerInch = 25.4;
constexpr double kFinestDots = 600.0;
/// Pango counts in whole parts of its unit: letters are set in units of a twentieth of a millimetre.
constexpr double kTextUnits = 20.0;

double in_mm(int pango_units) {
    return static_cast<double>(pango_units) / PANGO_SCALE / kTextUnits;
}

cairo_status_t append(void* target, const unsigned char* data, unsigned int length) {
    static_cast<std::string*>(target)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

PangoAlignment pango_alignment(Align align) {
    if (align == Align::Centre) return PANGO_ALIGN_CENTER;
    return align == Align::Right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;
}

using Dots = std::vector<std::uint32_t>;

/// Asking the system for the memory of a picture takes longer than filling it: each thread keeps that of the picture
/// before.
thread_local std::unique_ptr<Dots> spare_dots;
constexpr cairo_user_data_key_t kDots{};

void keep_dots(void* dots) {
    spare_dots.reset(static_cast<Dots*>(dots));
}

/// What was on it before is still there.
Surface picture_surface(int width, int height) {
    auto dots = spare_dots ? std::move(spare_dots) : std::make_unique<Dots>();
    const std::size_t count = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
    if (dots->size() < count) dots->resize(count);
    constexpr int kBytes = static_cast<int>(sizeof(std::uint32_t));
    Surface surface(cairo_image_surface_create_for_data(reinterpret_cast<unsigned char*>(dots->data()),
                                                        CAIRO_FORMAT_RGB24, width, height, kBytes * width));
    const auto status = cairo_surface_set_user_data(surface.get(), &kDots, dots.get(), keep_dots);
    if (status == CAIRO_STATUS_SUCCESS) (void)dots.release();
    return status == CAIRO_STATUS_SUCCESS ? std::move(surface)
                                          : Surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height));
}

/// Finding a font takes longer than drawing a small map: each thread does so once.
PangoFontMap* font_map_of_thread() {
    thread_local const FontMap font_map(pango_cairo_font_map_new());
    return font_map.get();
}

/// The same letters on every machine and in every format.
FontContext font_context(core::Language language) {
    FontContext context(pango_font_map_create_context(font_map_of_thread()));
    cairo_font_options_t* const options = cairo_font_options_create();
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context.get(), options);
    cairo_font_options_destroy(options);
    pango_context_set_round_glyph_positions(context.get(), FALSE);
    pango_context_set_base_dir(context.get(), PANGO_DIRECTION_LTR);
    pango_context_set_language(context.get(),
                               pango_language_from_string(language == core::Language::English ? "en" : "id"));
    return context;
}

}  // namespace

Canvas::Canvas(Surface surface, const Size& size, double units_per_mm, core::Language language)
    : size_(size),
      language_(language),
      surface_(std::move(surface)),
      cairo_(cairo_create(surface_.get())),
      font_context_(font_context(language)) {
    constexpr double kTolerance = 0.2;  // pixels: how far curves may be from true
    cairo_set_tolerance(cairo(), kTolerance);
    cairo_scale(cairo(), units_per_mm, units_per_mm);
    fill({0.0, 0.0, size.width, size.height}, kWhite);
    expect_success();
}

Canvas Canvas::picture(int width, int height, double pixels_per_mm, core::Language language) {
    Canvas canvas(picture_surface(width, height), {width / pixels_per_mm, height / pixels_per_mm}, pixels_per_mm,
                  language);
    // Sixteen samples a pixel: more cannot be told apart, and take twice the time. Letters have their own.
    cairo_set_antialias(canvas.cairo(), CAIRO_ANTIALIAS_FAST);
    canvas.pixel_ = 1.0 / pixels_per_mm;
    canvas.pixels_per_mm_ = pixels_per_mm;
    return canvas;
}

Canvas Canvas::page(const Size& size, const std::string& title, core::Language language) {
    auto written = std::make_unique<std::string>();
    Surface surface(cairo_pdf_surface_create_for_stream(append, written.get(), size.width * kPointsPerMm,
                                                        size.height * kPointsPerMm));
    cairo_pdf_surface_restrict_to_version(surface.get(), CAIRO_PDF_VERSION_1_5);
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE, printable(title).c_str());
    // The same map is the same file, whenever it was drawn.
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z");
    Canvas canvas(std::move(surface), size, kPointsPerMm, language);
    canvas.written_ = std::move(written);
    canvas.pixel_ = kMmPerInch / kFinestDots;
    return canvas;
}

void Canvas::expect_success() const {
    const auto status = cairo_status(cairo());
    if (status != CAIRO_STATUS_SUCCESS) throw std::runtime_error(cairo_status_to_string(status));
}

void Canvas::set_colour(const Colour& colour, double opacity) const {
    cairo_set_source_rgba(cairo(), colour.red / 255.0, colour.green / 255.0, colour.blue / 255.0, opacity);
}

void Canvas::fill(const Box& box, const Colour& colour) const {
    set_colour(colour);
    cairo_rectangle(cairo(), box.min_x, box.min_y, box.width(), box.height());
    cairo_fill(cairo());
}

void Canvas::outline(const Box& box, const Colour& colour, double width) const {
    const KeptState kept(cairo());
    set_colour(colour);
    cairo_set_line_width(cairo(), width);
    cairo_set_line_join(cairo(), CAIRO_LINE_JOIN_MITER);
    cairo_rectangle(cairo(), box.min_x, box.min_y, box.width(), box.height());
    cairo_stroke(cairo());
}

void Canvas::line(const geo::Point& from, const geo::Point& to, const Colour& colour, double width) const {
    set_colour(colour);
    cairo_set_line_width(cairo(), width);
    cairo_move_to(cairo(), from.x, from.y);
    cairo_line_to(cairo(), to.x, to.y);
    cairo_stroke(cairo());
}

TextLayout Canvas::layout(std::string_view text, const TextLook& look) const {
    TextLayout made(pango_layout_new(font_context_.get()));
    const Font font(pango_font_description_new());
    pango_font_description_set_family_static(font.get(), "DejaVu Sans");
    pango_font_description_set_weight(font.get(), look.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_absolute_size(font.get(), look.size * kTextUnits * PANGO_SCALE);
    pango_layout_set_font_description(made.get(), font.get());
    pango_layout_set_alignment(made.get(), pango_alignment(look.align));
    if (look.width > 0.0) {
        pango_layout_set_width(made.get(), static_cast<int>(look.width * kTextUnits * PANGO_SCALE));
        pango_layout_set_wrap(made.get(), PANGO_WRAP_WORD_CHAR);
        if (look.lines > 0) {
            pango_layout_set_height(made.get(), -look.lines);
            pango_layout_set_ellipsize(made.get(), PANGO_ELLIPSIZE_END);
        }
    }
    const auto shown = printable(text);
    pango_layout_set_text(made.get(), shown.data(), static_cast<int>(shown.size()));
    return made;
}

Size Canvas::measure(std::string_view text, const TextLook& look) const {
    const auto set = layout(text, look);
    PangoRectangle extents{};
    pango_layout_get_extents(set.get(), nullptr, &extents);
    return {in_mm(extents.width), in_mm(extents.height)};
}

void Canvas::begin_text(const TextLayout& set, const TextLook& look, const geo::Point& at) const {
    double x = at.x;
    if (look.width <= 0.0 && look.align != Align::Left) {
        PangoRectangle extents{};
        pango_layout_get_extents(set.get(), nullptr, &extents);
        x -= in_mm(extents.width) * (look.align == Align::Centre ? 0.5 : 1.0);
    }
    cairo_translate(cairo(), x, at.y);
    cairo_scale(cairo(), 1.0 / kTextUnits, 1.0 / kTextUnits);
    cairo_move_to(cairo(), 0.0, 0.0);
}

void Canvas::text(std::string_view text, const TextLook& look, const geo::Point& at) const {
    const KeptState kept(cairo());
    const auto set = layout(text, look);
    begin_text(set, look, at);
    set_colour(look.colour);
    pango_cairo_show_layout(cairo(), set.get());
    cairo_new_path(cairo());
}

void Canvas::text_with_rim(std::string_view text, const TextLook& look, const geo::Point& at, double rim) const {
    const KeptState kept(cairo());
    const auto set = layout(text, look);
    begin_text(set, look, at);
    pango_cairo_layout_path(cairo(), set.get());
    set_colour(kWhite, 0.92);
    cairo_set_line_width(cairo(), 2.0 * rim * kTextUnits);
    cairo_set_line_join(cairo(), CAIRO_LINE_JOIN_ROUND);
    cairo_stroke(cairo());
    cairo_move_to(cairo(), 0.0, 0.0);
    set_colour(look.colour);
    pango_cairo_show_layout(cairo(), set.get());
    cairo_new_path(cairo());
}

std::string Canvas::finish_png(const PngManner& manner) {
    expect_success();
    cairo_surface_flush(surface_.get());
    const auto width = static_cast<std::size_t>(cairo_image_surface_get_width(surface_.get()));
    const auto height = static_cast<std::size_t>(cairo_image_surface_get_height(surface_.get()));
    // A surface of 32 bits a pixel has rows without gaps.
    const auto* const pixels = reinterpret_cast<const std::uint32_t*>(cairo_image_surface_get_data(surface_.get()));
    return png_file({width, height, {pixels, width * height}},
                    {pixels_per_mm_ * 1000.0, manner.compression_level, manner.colours});
}

std::string Canvas::finish_pdf() {
    expect_success();
    cairo_show_page(cairo());
    cairo_surface_finish(surface_.get());
    expect_success();
    return std::move(*written_);
}

}  // namespace desakota::maps
