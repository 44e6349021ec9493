#include "engine/report/plain_page.h"

#include <gtest/gtest.h>

namespace desakota::report {
namespace {

TEST(PlainPage, LeavesTextTablesAndPictures) {
    EXPECT_EQ(plain_page("<h1>A</h1><script type=\"x\">1 < 2</script><style>p{}</style><table><caption "
                         "class=\"hidden\">Of A</caption><tr><td>1</td></tr></table>"
                         "<svg><path/></svg><img src=\"data:\"><script>2</script>end"),
              "<h1>A</h1><table><tr><td>1</td></tr></table><img src=\"data:\">end");
}

TEST(PlainPage, LeavesOutWhatOnlyABrowserUnderstands) {
    EXPECT_EQ(plain_page("<a class=\"skip\" href=\"#content\">Skip</a><nav class=\"contents\"><ul><li>x</li></ul></nav>"
                         "<p class=\"notice\" id=\"scripts-off\">Scripts are off</p>"
                         "<section id=\"map\" hidden><h2>Map</h2></section><section id=\"maps\"><h2>Maps</h2>"
                         "<figure id=\"map-a\"><h3>A</h3></figure><figure id=\"map-b\" hidden><h3>B</h3></figure>"
                         "<figure id=\"map-c\"><h3>C</h3></figure></section>"),
              "<section id=\"maps\"><h2>Maps</h2><figure id=\"map-a\"><h3>A</h3></figure>"
              "<figure id=\"map-c\"><h3>C</h3></figure></section>");
}

TEST(PlainPage, AnElementWithoutEndGoesToTheEnd) {
    EXPECT_EQ(plain_page("a<script>b"), "a");
}

}  // namespace
}  // namespace desakota::report
