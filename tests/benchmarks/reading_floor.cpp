// desakota_reading_floor FILE: reads the geometries of the layer "roads" alone, by GDAL's Arrow stream and without
// looking at them, and prints the seconds it took: what no program that reads the roads can go below.
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <stdexcept>

#include <gdal_priv.h>
#include <ogr_recordbatch.h>
#include <ogrsf_frmts.h>

namespace {

/// Reads all batches; returns the number of rows.
std::int64_t read_all(OGRLayer& layer) {
    CPLStringList options;
    options.AddNameValue("MAX_FEATURES_IN_BATCH", "65536");
    ArrowArrayStream stream{};
    if (!layer.GetArrowStream(&stream, options.List())) throw std::runtime_error("the layer has no Arrow stream");
    std::int64_t rows = 0;
    while (true) {
        ArrowArray batch{};
        if (stream.get_next(&stream, &batch) != 0) throw std::runtime_error("reading stopped");
        if (batch.release == nullptr) break;
        rows += batch.length;
        batch.release(&batch);
    }
    stream.release(&stream);
    return rows;
}

std::int64_t read_geometries(const char* path) {
    const GDALDatasetUniquePtr dataset(GDALDataset::Open(path, GDAL_OF_VECTOR | GDAL_OF_READONLY));
    auto* const layer = dataset ? dataset->GetLayerByName("roads") : nullptr;
    if (layer == nullptr) throw std::runtime_error("no layer \"roads\"");
    CPLStringList ignored;
    const auto& definition = *layer->GetLayerDefn();
    for (int field = 0; field < definition.GetFieldCount(); ++field) {
        ignored.AddString(definition.GetFieldDefn(field)->GetNameRef());
    }
    // GDAL takes the list as changeable in some versions, as fixed in others.
    if (layer->SetIgnoredFields(const_cast<const char**>(ignored.List())) != OGRERR_NONE) {
        throw std::runtime_error("the layer cannot leave out fields");
    }
    return read_all(*layer);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::fputs("usage: desakota_reading_floor FILE\n", stderr);
        return 2;
    }
    try {
        GDALAllRegister();
        const auto start = std::chrono::steady_clock::now();
        const auto rows = read_geometries(argv[1]);
        const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
        std::printf("%lld road lines: %.3f s\n", static_cast<long long>(rows), taken.count());
        return 0;
    } catch (const std::exception& problem) {
        std::fprintf(stderr, "%s: %s\n", argv[1], problem.what());
        return 1;
    }
}
