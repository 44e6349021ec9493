#include <array>

#include "engine/network/findings.h"

namespace desakota::network {
namespace {

using core::Text;

struct Words {
    std::string_view code;
    Text title;
    Text decision;
    Text advice;
};

constexpr std::size_t kOfAKind = 5;

/// GapJoined to CrossingLevelsDiffer.
const std::array<Words, kOfAKind>& gap_words() {
    static const std::array<Words, kOfAKind> words{{
        {"gap_joined",
         {"Gaps between ends, joined", "Celah antarujung, disambung"},
         {"Joined: the two ends lie within the tolerance.", "Disambung: kedua ujung berada dalam toleransi."},
         {"In QGIS, drag one end onto the other with vertex snapping. If the gap is real, say a missing bridge, lower "
          "the tolerance.",
          "Di QGIS, tarik ujung yang satu ke ujung lainnya dengan snapping ke verteks. Bila celahnya nyata, misalnya "
          "jembatan putus, kecilkan toleransi."}},
        {"t_gap_joined",
         {"Ends beside a line, joined", "Ujung di samping garis, disambung"},
         {"Joined: the end lies within the tolerance of the other line.",
          "Disambung: ujungnya berada dalam toleransi dari garis lain."},
         {"In QGIS, add a vertex to the other line and snap the end to it (topological editing does both).",
          "Di QGIS, tambahkan verteks pada garis lain dan lekatkan ujung ini padanya (penyuntingan topologis melakukan "
          "keduanya)."}},
        {"crossing_joined",
         {"Crossings without a shared vertex, joined", "Persilangan tanpa verteks bersama, disambung"},
         {"Joined: both roads lie on one level.", "Disambung: kedua jalan berada pada tingkat yang sama."},
         {"If there is a junction, add a vertex to both lines here. If one passes over the other, fill in its bridge, "
          "tunnel or level field.",
          "Bila memang persimpangan, tambahkan verteks pada kedua garis di sini. Bila salah satunya lewat di atas yang "
          "lain, isi kolom jembatan, terowongan, atau tingkatnya."}},
        {"crossing_not_joined",
         {"Crossings without a shared vertex, not joined", "Persilangan tanpa verteks bersama, tidak disambung"},
         {"Not joined: cleaning is off, and the lines share no vertex.",
          "Tidak disambung: perapian dimatikan, dan kedua garis tidak punya verteks bersama."},
         {"If there is a junction, add a vertex to both lines here, or switch cleaning on.",
          "Bila memang persimpangan, tambahkan verteks pada kedua garis di sini, atau nyalakan perapian."}},
        {"crossing_levels_differ",
         {"Crossings on different levels", "Persilangan berbeda tingkat"},
         {"Not joined: level, bridge or tunnel differ.",
          "Tidak disambung: tingkat, jembatan, atau terowongan berbeda."},
         {"Right for a bridge or tunnel. If the roads do meet here, correct those fields.",
          "Benar bila ada jembatan atau terowongan. Bila kedua jalan bertemu di sini, perbaiki kolom-kolom itu."}},
    }};
    return words;
}

/// CrossingKeptApart to NearMiss.
const std::array<Words, kOfAKind>& apart_words() {
    static const std::array<Words, kOfAKind> words{{
        {"crossing_kept_apart",
         {"Crossings with a river, ferry, railway or toll road",
          "Persilangan dengan sungai, feri, rel, atau jalan tol"},
         {"Not joined: a river, ferry, railway or controlled-access road meets others at shared vertices or landings "
          "only.",
          "Tidak disambung: sungai, feri, rel, atau jalan tol hanya bertemu jalan lain di verteks bersama atau tempat "
          "naik."},
         {"Mark a bridge in its field. If one can get from one to the other here, end the road at this place.",
          "Tandai jembatan di kolomnya. Bila di sini orang bisa berpindah, akhiri jalan di tempat ini."}},
        {"shared_vertex_levels_differ",
         {"Shared vertices on different levels", "Verteks bersama berbeda tingkat"},
         {"Not joined: both lines pass through the vertex on different levels.",
          "Tidak disambung: kedua garis melewati verteks ini pada tingkat yang berbeda."},
         {"If the roads meet here, correct level, bridge or tunnel; otherwise delete the vertex from one of them.",
          "Bila kedua jalan bertemu di sini, perbaiki tingkat, jembatan, atau terowongan; bila tidak, hapus verteks "
          "ini "
          "dari salah satunya."}},
        {"t_levels_differ",
         {"Ends beside a line on another level", "Ujung di samping garis berbeda tingkat"},
         {"Not joined: level, bridge or tunnel differ from the line beside it.",
          "Tidak disambung: tingkat, jembatan, atau terowongan berbeda dengan garis di sampingnya."},
         {"If the road ends at the other, split the bridge where it ends, or correct those fields.",
          "Bila jalan ini berakhir di jalan lain itu, potong jembatan di ujungnya, atau perbaiki kolom-kolom itu."}},
        {"boarding",
         {"Boarding of rivers and ferries", "Tempat naik perahu dan feri"},
         {"Joined: from the road's end one can board the river or ferry.",
          "Disambung: dari ujung jalan ini orang bisa naik perahu atau feri."},
         {"Nothing to do where there is a landing. If there is none, give the true ones with --landings.",
          "Tidak perlu apa-apa bila memang ada dermaga. Bila tidak ada, berikan dermaga yang benar dengan "
          "--landings."}},
        {"near_miss",
         {"Dead ends near another road, not joined", "Ujung buntu dekat jalan lain, tidak disambung"},
         {"Not joined: the gap is wider than the tolerance, or the other is a controlled-access road.",
          "Tidak disambung: celahnya lebih lebar dari toleransi, atau yang lain jalan tol."},
         {"Look at imagery. If the road goes on, extend it to the other road with snapping; otherwise leave it as it "
          "is.",
          "Periksa citra. Bila jalannya berlanjut, perpanjang sampai ke jalan lain dengan snapping; bila tidak, "
          "biarkan."}},
    }};
    return words;
}

/// Duplicate to ShortcutJoined.
const std::array<Words, kOfAKind + 1>& shape_words() {
    static const std::array<Words, kOfAKind + 1> words{{
        {"duplicate",
         {"Lines twice in the same place", "Garis ganda di tempat yang sama"},
         {"Both kept: distances stay right, but lengths count twice.",
          "Keduanya dipakai: jarak tetap benar, tetapi panjang terhitung dua kali."},
         {"Delete one of the two, or the part that coincides.", "Hapus salah satunya, atau bagian yang berimpit."}},
        {"overshoot",
         {"Ends just beyond a junction", "Ujung sedikit melewati persimpangan"},
         {"Joined at the junction; the piece beyond is kept as a dead end.",
          "Disambung di persimpangan; bagian yang lewat dibiarkan sebagai jalan buntu."},
         {"In QGIS, trim the line at the other one (Trim/Extend).",
          "Di QGIS, potong garis pada garis lainnya (Trim/Extend)."}},
        {"zero_length",
         {"Lines without length", "Garis tanpa panjang"},
         {"Left without effect.", "Tidak berpengaruh pada hasil."},
         {"Delete the feature, or that part of it.", "Hapus fitur ini, atau bagiannya itu."}},
        {"short_line",
         {"Very short lines", "Garis sangat pendek"},
         {"Kept as it is.", "Dibiarkan apa adanya."},
         {"If it was left by digitising, delete it or merge it with its neighbour.",
          "Bila ini sisa digitasi, hapus atau gabungkan dengan garis di sebelahnya."}},
        {"isolated_component",
         {"Components apart from the longest", "Bagian jaringan yang terpisah dari yang terpanjang"},
         {"Kept: nothing joins it to the longest component; this is where the two are nearest.",
          "Dibiarkan: tidak ada yang menyambungkannya ke bagian terpanjang; di sinilah keduanya paling dekat."},
         {"Look at imagery: digitise the road that is missing, or give ferry lines or rivers if that is how people "
          "travel. A true island may stay.",
          "Periksa citra: gambar jalan yang belum ada, atau berikan lintasan feri atau sungai bila itu yang dipakai. "
          "Pulau yang memang terpisah boleh dibiarkan."}},
        {"shortcut_joined",
         {"Junctions close together, joined as well", "Persimpangan berdekatan, ikut disambung"},
         {"Joined: they lie within the tolerance, though a short way leads from one to the other already.",
          "Disambung: keduanya berada dalam toleransi, walaupun sudah ada jalan pendek di antaranya."},
         {"Nothing to do: the roads are connected as they are drawn.",
          "Tidak perlu apa-apa: jalan-jalan ini sudah tersambung sebagaimana digambar."}},
    }};
    return words;
}

const Words& words_of(FindingKind kind) {
    static_assert(kFindingKinds == 3 * kOfAKind + 1);
    const auto index = static_cast<std::size_t>(kind);
    if (index < kOfAKind) return gap_words()[index];
    return index < 2 * kOfAKind ? apart_words()[index - kOfAKind] : shape_words()[index - 2 * kOfAKind];
}

}  // namespace

std::string_view finding_code(FindingKind kind) {
    return words_of(kind).code;
}

std::string_view severity_code(FindingSeverity severity) {
    switch (severity) {
        case FindingSeverity::Information:
            return "information";
        case FindingSeverity::Warning:
            return "warning";
        case FindingSeverity::Critical:
            return "critical";
    }
    return {};
}

const Text& finding_title(FindingKind kind) {
    return words_of(kind).title;
}
const Text& finding_decision(FindingKind kind) {
    return words_of(kind).decision;
}
const Text& finding_advice(FindingKind kind) {
    return words_of(kind).advice;
}

}  // namespace desakota::network
