#include "engine/report/pdf_pages.h"

#include <algorithm>
#include <array>
#include <cairo-pdf.h>
#include <cstring>
#include <fmt/format.h>
#include <pango/pangocairo.h>
#include <stdexcept>

#include "engine/core/direction_marks.h"
#include "engine/core/shown_number.h"
#include "engine/report/unbroken.h"

namespace desakota::report {
namespace {

constexpr double kPageWidth = 595.276;
constexpr double kPageHeight = 841.89;
constexpr double kTop = 51.0;
constexpr double kBottom = 62.0;
constexpr double kFootLine = 40.0;  // from the bottom
constexpr double kUnit = PANGO_SCALE;
constexpr int kOutlineFlags = CAIRO_PDF_OUTLINE_FLAG_OPEN;
/// The same whenever it is made.
constexpr const char* kCreated = "2000-01-01T00:00:00Z";

template <auto Free>
struct Freeing {
    template <class Object>
    void operator()(Object* object) const {
        Free(object);
    }
};
using Surface = std::unique_ptr<cairo_surface_t, Freeing<cairo_surface_destroy>>;
using Canvas = std::unique_ptr<cairo_t, Freeing<cairo_destroy>>;
using Layout = std::unique_ptr<PangoLayout, Freeing<g_object_unref>>;
using Context = std::unique_ptr<PangoContext, Freeing<g_object_unref>>;
using Attributes = std::unique_ptr<PangoAttrList, Freeing<pango_attr_list_unref>>;
using Options = std::unique_ptr<cairo_font_options_t, Freeing<cairo_font_options_destroy>>;
using FontMap = std::unique_ptr<PangoFontMap, Freeing<g_object_unref>>;

cairo_status_t append(void* bytes, const unsigned char* data, unsigned int length) {
    static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

/// A text that every library takes: valid UTF-8 without control characters and marks of direction; numbers stay with
/// their per cent sign.
std::string clean(const std::string& text) {
    char* valid = g_utf8_make_valid(text.data(), static_cast<gssize>(text.size()));
    std::string made(valid);
    g_free(valid);
    constexpr unsigned char kLastControl = 0x1F;
    constexpr char kDelete = 0x7F;
    std::ranges::replace_if(
        made, [](char byte) { return static_cast<unsigned char>(byte) <= kLastControl || byte == kDelete; }, ' ');
    return unbroken(core::without_direction_marks(made));
}

struct PngBytes {
    const std::string* bytes = nullptr;
    std::size_t read = 0;
};
cairo_status_t read_png(void* closure, unsigned char* data, unsigned int length) {
    auto& png = *static_cast<PngBytes*>(closure);
    if (png.bytes->size() - png.read < length) return CAIRO_STATUS_READ_ERROR;
    std::memcpy(data, png.bytes->data() + png.read, length);
    png.read += length;
    return CAIRO_STATUS_SUCCESS;
}
/// Empty where the bytes are no PNG.
Surface picture_of(const std::string& png) {
    PngBytes bytes{&png, 0};
    Surface picture(cairo_image_surface_create_from_png_stream(read_png, &bytes));
    return cairo_surface_status(picture.get()) == CAIRO_STATUS_SUCCESS ? std::move(picture) : nullptr;
}

double share(std::uint8_t channel) {
    constexpr double kMost = 255.0;
    return channel / kMost;
}

PangoAlignment pango_align(PdfAlign align) {
    if (align == PdfAlign::Right) return PANGO_ALIGN_RIGHT;
    return align == PdfAlign::Centre ? PANGO_ALIGN_CENTER : PANGO_ALIGN_LEFT;
}

PdfText look_of_heading(int level) {
    constexpr maps::Colour kHeading{0, 74, 124};
    static constexpr std::array<double, 3> kSizes{15.0, 11.5, 9.5};
    return {kSizes[static_cast<std::size_t>(std::clamp(level, 1, 3) - 1)], true, kHeading};
}

}  // namespace

struct PdfPages::State {
    std::string bytes;
    PdfHead head;
    core::Language language = core::Language::English;
    Surface surface;
    Canvas canvas;
    FontMap fonts;
    Attributes without_hyphens;  // words that are too long break without a mark that is not in the data
    Context context;
    double y = kTop;
    int page = 1;
    std::array<int, 4> outline{};  // the last entry of each level; 0: the root
    std::string packed;            // the last picture that was asked for
    Surface picture;

    /// The last picture is kept: its height is asked for before it is drawn. Null where it is none.
    cairo_surface_t* unpacked(const std::string& png) {
        if (png != packed) {
            picture = picture_of(png);
            packed = png;
        }
        return picture.get();
    }

    Layout layout(const std::string& text, const PdfText& look, const PdfBox& box) {
        Layout made(pango_layout_new(context.get()));
        PangoFontDescription* font = pango_font_description_new();
        pango_font_description_set_family(font, "DejaVu Sans");
        pango_font_description_set_absolute_size(font, look.size * kUnit);
        pango_font_description_set_weight(font, look.is_bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
        pango_layout_set_font_description(made.get(), font);
        pango_font_description_free(font);
        if (box.width > 0.0) pango_layout_set_width(made.get(), static_cast<int>(box.width * kUnit));
        pango_layout_set_wrap(made.get(), PANGO_WRAP_WORD_CHAR);
        pango_layout_set_alignment(made.get(), pango_align(box.align));
        if (box.most_lines > 0) {
            pango_layout_set_height(made.get(), -box.most_lines);
            pango_layout_set_ellipsize(made.get(), PANGO_ELLIPSIZE_END);
        }
        pango_layout_set_attributes(made.get(), without_hyphens.get());
        const auto valid = clean(text);
        pango_layout_set_text(made.get(), valid.data(), static_cast<int>(valid.size()));
        return made;
    }

    void set_colour(const maps::Colour& colour) const {
        cairo_set_source_rgb(canvas.get(), share(colour.red), share(colour.green), share(colour.blue));
    }

    /// What stands at the foot of every page.
    void end_page() {
        set_colour(maps::kGrey);
        const auto number = fmt::format("{} {}", language == core::Language::English ? "Page" : "Halaman",
                                        core::shown_number(page, 0, language));
        const double foot = kPageHeight - kFootLine;
        constexpr double kNumberWidth = 80.0;
        show(layout(head.foot, kSmallText, {0.0, 0.0, kWidth - kNumberWidth, PdfAlign::Left, 1}), kLeft, foot);
        show(layout(number, kSmallText, {0.0, 0.0, kNumberWidth, PdfAlign::Right, 1}), kLeft + kWidth - kNumberWidth,
             foot);
        cairo_show_page(canvas.get());
    }
    void next_page() {
        end_page();
        ++page;
        y = kTop;
    }

    void show(const Layout& text, double x, double top) const {
        cairo_move_to(canvas.get(), x, top);
        pango_cairo_show_layout(canvas.get(), text.get());
    }

    void add_to_outline(const std::string& text, int level) {
        // Whole points: Cairo reads decimals by the locale.
        const auto link = fmt::format("page={} pos=[{:.0f} {:.0f}]", page, kLeft, y);
        const int parent = level <= 1 ? CAIRO_PDF_OUTLINE_ROOT : outline[static_cast<std::size_t>(level) - 1];
        outline[static_cast<std::size_t>(level)] =
            cairo_pdf_surface_add_outline(surface.get(), parent, clean(text).c_str(), link.c_str(),
                                          static_cast<cairo_pdf_outline_flags_t>(level <= 1 ? kOutlineFlags : 0));
    }
};

PdfPages::PdfPages(const PdfHead& head, core::Language language) : state_(std::make_unique<State>()) {
    auto& state = *state_;
    state.head = head;
    state.language = language;
    state.surface.reset(cairo_pdf_surface_create_for_stream(append, &state.bytes, kPageWidth, kPageHeight));
    auto* surface = state.surface.get();
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, clean(head.title).c_str());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_AUTHOR, clean(head.author).c_str());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Desakota");
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, kCreated);
    state.canvas.reset(cairo_create(surface));
    state.fonts.reset(pango_cairo_font_map_new());
    state.context.reset(pango_font_map_create_context(state.fonts.get()));
    pango_context_set_language(state.context.get(),
                               pango_language_from_string(language == core::Language::English ? "en" : "id"));
    state.without_hyphens.reset(pango_attr_list_new());
    pango_attr_list_insert(state.without_hyphens.get(), pango_attr_insert_hyphens_new(FALSE));
    // Paper has no pixels to fit letters to.
    const Options options(cairo_font_options_create());
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(state.context.get(), options.get());
    pango_context_set_round_glyph_positions(state.context.get(), FALSE);
    pango_cairo_update_context(state.canvas.get(), state.context.get());
}

PdfPages::~PdfPages() = default;

double PdfPages::y() const {
    return state_->y;
}

double PdfPages::room() const {
    return kPageHeight - kBottom - state_->y;
}

double PdfPages::whole_room() {
    return kPageHeight - kBottom - kTop;
}

void PdfPages::need(double height) {
    if (room() < height && state_->y > kTop) state_->next_page();
}

void PdfPages::advance(double height) {
    state_->y += height;
}

void PdfPages::heading(const std::string& text, int level, double following) {
    const auto look = look_of_heading(level);
    const PdfBox box{kLeft, 0.0, kWidth};
    const double height = height_of(text, look, box);
    if (state_->y > kTop) advance(look.size * 0.8);
    need(height + following);
    state_->add_to_outline(text, level);
    text_at(text, look, {kLeft, state_->y, kWidth});
    advance(height + look.size * 0.4);
}

void PdfPages::paragraph(const std::string& text, const PdfText& look, double indent) {
    constexpr double kBehind = 3.0;
    const auto layout = state_->layout(text, look, {0.0, 0.0, kWidth - indent});
    state_->set_colour(look.colour);
    auto* lines = pango_layout_get_iter(layout.get());
    do {
        PangoRectangle area;
        pango_layout_iter_get_line_extents(lines, nullptr, &area);
        const double height = area.height / kUnit;
        if (room() < height && state_->y > kTop) {
            state_->next_page();
            state_->set_colour(look.colour);
        }
        const double baseline = (pango_layout_iter_get_baseline(lines) - area.y) / kUnit;
        cairo_move_to(state_->canvas.get(), kLeft + indent, state_->y + baseline);
        pango_cairo_show_layout_line(state_->canvas.get(), pango_layout_iter_get_line_readonly(lines));
        advance(height);
    } while (pango_layout_iter_next_line(lines) != 0);
    pango_layout_iter_free(lines);
    advance(kBehind);
}

void PdfPages::bullet(const std::string& text, const PdfText& look) {
    constexpr double kIndent = 12.0;
    need(look.size * 2.0);
    text_at("•", look, {kLeft, state_->y, kIndent});
    paragraph(text, look, kIndent);
}

double PdfPages::height_of(const std::string& text, const PdfText& look, const PdfBox& box) {
    int height = 0;
    pango_layout_get_size(state_->layout(text, look, box).get(), nullptr, &height);
    return height / kUnit;
}

double PdfPages::width_of(const std::string& text, const PdfText& look) {
    int width = 0;
    pango_layout_get_size(state_->layout(text, look, {}).get(), &width, nullptr);
    return width / kUnit;
}

double PdfPages::text_at(const std::string& text, const PdfText& look, const PdfBox& box) {
    const auto layout = state_->layout(text, look, box);
    state_->set_colour(look.colour);
    state_->show(layout, box.x, box.y);
    int height = 0;
    pango_layout_get_size(layout.get(), nullptr, &height);
    return height / kUnit;
}

double PdfPages::picture_at(const std::string& png, const PdfBox& box, double most_height) {
    auto* const picture = state_->unpacked(png);
    if (picture == nullptr) return 0.0;
    const double width = cairo_image_surface_get_width(picture);
    const double height = cairo_image_surface_get_height(picture);
    if (width < 1.0 || height < 1.0) return 0.0;
    const double scale = std::min(box.width / width, most_height / height);
    const double x = box.align == PdfAlign::Centre ? box.x + (box.width - width * scale) / 2.0 : box.x;
    auto* canvas = state_->canvas.get();
    cairo_save(canvas);
    cairo_translate(canvas, x, box.y);
    cairo_scale(canvas, scale, scale);
    cairo_set_source_surface(canvas, picture, 0.0, 0.0);
    cairo_rectangle(canvas, 0.0, 0.0, width, height);
    cairo_fill(canvas);
    cairo_restore(canvas);
    return width * scale;
}

double PdfPages::picture_height(const std::string& png, double most_width, double most_height) {
    auto* const picture = state_->unpacked(png);
    if (picture == nullptr) return 0.0;
    const double width = cairo_image_surface_get_width(picture);
    const double height = cairo_image_surface_get_height(picture);
    return width < 1.0 || height < 1.0 ? 0.0 : height * std::min(most_width / width, most_height / height);
}

::_cairo* PdfPages::canvas() {
    return state_->canvas.get();
}

std::string PdfPages::finish() {
    state_->end_page();
    cairo_surface_finish(state_->surface.get());
    if (cairo_surface_status(state_->surface.get()) != CAIRO_STATUS_SUCCESS) {
        throw std::runtime_error(cairo_status_to_string(cairo_surface_status(state_->surface.get())));
    }
    return std::move(state_->bytes);
}

}  // namespace desakota::report
