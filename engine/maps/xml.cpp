#include "engine/maps/xml.h"

#include <fmt/format.h>
#include <stdexcept>

namespace desakota::maps {
namespace {

void add_escaped(std::string& result, char letter) {
    switch (letter) {
        case '&':
            result += "&amp;";
            break;
        case '<':
            result += "&lt;";
            break;
        case '>':
            result += "&gt;";
            break;
        case '"':
            result += "&quot;";
            break;
        case '\'':
            result += "&apos;";
            break;
        case '\n':
        case '\r':
        case '\t':
            result += fmt::format("&#{};", static_cast<int>(letter));
            break;
        default:
            // The other control characters have no place in XML, not even as references.
            if (static_cast<unsigned char>(letter) >= 0x20) result += letter;
    }
}

}  // namespace

std::string xml_escaped(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (const char letter : text) add_escaped(result, letter);
    return result;
}

void XmlWriter::start_tag(std::string_view name, const Attributes& attributes) {
    text_.append(open_.size(), ' ');
    text_ += fmt::format("<{}", name);
    for (const auto& [key, value] : attributes) text_ += fmt::format(" {}=\"{}\"", key, xml_escaped(value));
}

void XmlWriter::open(std::string_view name, const Attributes& attributes) {
    start_tag(name, attributes);
    text_ += ">\n";
    open_.emplace_back(name);
}

void XmlWriter::close() {
    const auto name = std::move(open_.back());
    open_.pop_back();
    text_.append(open_.size(), ' ');
    text_ += fmt::format("</{}>\n", name);
}

void XmlWriter::element(std::string_view name, const Attributes& attributes) {
    start_tag(name, attributes);
    text_ += "/>\n";
}

void XmlWriter::text_element(std::string_view name, std::string_view text) {
    start_tag(name, {});
    text_ += fmt::format(">{}</{}>\n", xml_escaped(text), name);
}

std::string XmlWriter::finish() && {
    if (!open_.empty()) throw std::logic_error("XmlWriter: not closed: " + open_.back());
    return std::move(text_);
}

}  // namespace desakota::maps
