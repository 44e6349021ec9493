#pragma once

#include <memory>
#include <string>

#include "engine/core/text.h"
#include "engine/maps/palette.h"

struct _cairo;

namespace desakota::report {

/// How a text on paper looks. Sizes are in points.
struct PdfText {
    double size = 9.0;
    bool is_bold = false;
    maps::Colour colour = maps::kBlack;
};
inline constexpr PdfText kBodyText{};
inline constexpr PdfText kSmallText{7.5, false, maps::kDarkGrey};

enum class PdfAlign : std::uint8_t { Left, Right, Centre };

/// Where a text goes: from `x`, at most `width` wide, with at most `most_lines` lines (0: as many as it takes).
struct PdfBox {
    double x = 0.0;
    double y = 0.0;
    double width = 0.0;
    PdfAlign align = PdfAlign::Left;
    int most_lines = 0;
};

/// What a document says of itself, and at the foot of its pages.
struct PdfHead {
    std::string title;
    std::string author;
    std::string foot;
};

/// Pages of A4, filled from top to bottom. Lengths are in points, from the top left corner of a page. Texts are never
/// markup; bytes that are no UTF-8 and control characters do no harm. One object serves one thread.
class PdfPages {
public:
    PdfPages(const PdfHead& head, core::Language language);
    ~PdfPages();
    PdfPages(const PdfPages&) = delete;
    PdfPages& operator=(const PdfPages&) = delete;

    static constexpr double kLeft = 51.0;
    static constexpr double kWidth = 493.0;

    [[nodiscard]] double y() const;
    /// What is left of the page.
    [[nodiscard]] double room() const;
    /// The height of a page that nothing is on yet.
    [[nodiscard]] static double whole_room();
    /// Begins a page unless so much is left.
    void need(double height);
    void advance(double height);

    /// A heading (level 1 to 3) with its entry in the outline. It stays with `following` points of what comes next.
    void heading(const std::string& text, int level, double following = 60.0);
    /// A paragraph, over pages where it must be.
    void paragraph(const std::string& text, const PdfText& look = kBodyText, double indent = 0.0);
    /// A paragraph behind a bullet.
    void bullet(const std::string& text, const PdfText& look = kBodyText);

    [[nodiscard]] double height_of(const std::string& text, const PdfText& look, const PdfBox& box);
    [[nodiscard]] double width_of(const std::string& text, const PdfText& look);
    /// Draws and returns the height.
    double text_at(const std::string& text, const PdfText& look, const PdfBox& box);

    /// How high a picture (the bytes of a PNG) gets within a width and a height; 0 where it is none.
    [[nodiscard]] double picture_height(const std::string& png, double most_width, double most_height);
    /// Draws it there; returns its width, 0 where it is none.
    double picture_at(const std::string& png, const PdfBox& box, double most_height);

    /// For drawing on the present page.
    [[nodiscard]] ::_cairo* canvas();

    /// The bytes of the document; nothing may be drawn any more.
    [[nodiscard]] std::string finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace desakota::report
