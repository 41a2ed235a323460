// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "web/mimetypes.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace Switchboard::Web {

namespace {

struct Type
{
    std::string_view extension;
    std::string_view contentType;
};

constexpr std::string_view unknown = "application/octet-stream";

constexpr std::array types{
    Type{"aac", "audio/aac"},
    Type{"avif", "image/avif"},
    Type{"bmp", "image/bmp"},
    Type{"css", "text/css; charset=utf-8"},
    Type{"csv", "text/csv; charset=utf-8"},
    Type{"flac", "audio/flac"},
    Type{"gif", "image/gif"},
    Type{"gz", "application/gzip"},
    Type{"htm", "text/html; charset=utf-8"},
    Type{"html", "text/html; charset=utf-8"},
    Type{"ico", "image/vnd.microsoft.icon"},
    Type{"jpeg", "image/jpeg"},
    Type{"jpg", "image/jpeg"},
    Type{"js", "text/javascript; charset=utf-8"},
    Type{"json", "application/json; charset=utf-8"},
    Type{"m4a", "audio/mp4"},
    Type{"map", "application/json; charset=utf-8"},
    Type{"md", "text/markdown; charset=utf-8"},
    Type{"mjs", "text/javascript; charset=utf-8"},
    Type{"mp3", "audio/mpeg"},
    Type{"mp4", "video/mp4"},
    Type{"oga", "audio/ogg"},
    Type{"ogg", "audio/ogg"},
    Type{"ogv", "video/ogg"},
    Type{"otf", "font/otf"},
    Type{"pdf", "application/pdf"},
    Type{"png", "image/png"},
    Type{"svg", "image/svg+xml"},
    Type{"tar", "application/x-tar"},
    Type{"ttf", "font/ttf"},
    Type{"txt", "text/plain; charset=utf-8"},
    Type{"wasm", "application/wasm"},
    Type{"wav", "audio/wav"},
    Type{"webm", "video/webm"},
    Type{"webmanifest", "application/manifest+json"},
    Type{"webp", "image/webp"},
    Type{"woff", "font/woff"},
    Type{"woff2", "font/woff2"},
    Type{"xhtml", "application/xhtml+xml; charset=utf-8"},
    Type{"xml", "application/xml; charset=utf-8"},
    Type{"zip", "application/zip"},
};
static_assert(std::is_sorted(types.begin(), types.end(),
    [](const Type &a, const Type &b) { return a.extension < b.extension; }));

} // namespace

QByteArray contentType(QByteArrayView fileName)
{
    std::string_view found = unknown;
    const qsizetype dot = fileName.lastIndexOf('.');
    if (dot > 0) {
        const QByteArray extension = fileName.sliced(dot + 1).toByteArray().toLower();
        const std::string_view wanted(extension.constData(), std::size_t(extension.size()));
        const auto at = std::lower_bound(types.begin(), types.end(), wanted,
            [](const Type &type, std::string_view text) { return type.extension < text; });
        if (at != types.end() && at->extension == wanted) {
            found = at->contentType;
        }
    }
    return QByteArray(found.data(), qsizetype(found.size()));
}

bool isDownload(QByteArrayView contentType)
{
    return contentType == QByteArrayView(unknown.data(), qsizetype(unknown.size()));
}

} // namespace Switchboard::Web
