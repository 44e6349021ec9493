#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace desakota::maps {

/// `text` between tags or quotation marks: the five special characters as entities, line breaks and tabs as character
/// references; characters that XML cannot hold are left out.
[[nodiscard]] std::string xml_escaped(std::string_view text);

/// Writes XML, element by element. Every element that is opened must be closed.
class XmlWriter {
public:
    using Attributes = std::vector<std::pair<std::string_view, std::string>>;

    void open(std::string_view name, const Attributes& attributes = {});
    void close();
    /// An element without content, or with nothing but text.
    void element(std::string_view name, const Attributes& attributes = {});
    void text_element(std::string_view name, std::string_view text);

    /// What was written; everything must be closed.
    [[nodiscard]] std::string finish() &&;

private:
    void start_tag(std::string_view name, const Attributes& attributes);

    std::string text_;
    std::vector<std::string> open_;
};

}  // namespace desakota::maps
