#include "engine/maps/xml.h"

#include <gtest/gtest.h>

namespace desakota::maps {
namespace {

TEST(Xml, EscapesWhatIsSpecial) {
    EXPECT_EQ(xml_escaped("a<b> & \"c\" 'd'\n\t"), "a&lt;b&gt; &amp; &quot;c&quot; &apos;d&apos;&#10;&#9;");
    EXPECT_EQ(xml_escaped("Muara Telang – 5 km"), "Muara Telang – 5 km");
}

TEST(Xml, LeavesOutWhatItCannotHold) {
    EXPECT_EQ(xml_escaped(std::string("a\0b\x01"
                                      "c",
                                      5)),
              "abc");
}

TEST(Xml, NestsElements) {
    XmlWriter xml;
    xml.open("a", {{"k", "<v>"}});
    xml.element("b");
    xml.text_element("c", "x & y");
    xml.close();
    EXPECT_EQ(std::move(xml).finish(), "<a k=\"&lt;v&gt;\">\n <b/>\n <c>x &amp; y</c>\n</a>\n");
}

TEST(Xml, MustBeClosed) {
    XmlWriter xml;
    xml.open("a");
    EXPECT_THROW(static_cast<void>(std::move(xml).finish()), std::logic_error);
}

}  // namespace
}  // namespace desakota::maps
