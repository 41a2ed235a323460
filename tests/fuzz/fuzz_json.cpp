// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "core/jsonscanner.h"

#include <cstdlib>

using namespace Switchboard;

namespace {

void require(bool holds)
{
    if (!holds) {
        std::abort();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const QByteArrayView text(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto error = Json::check(text);
    if (error) {
        require(error->offset >= 0 && error->offset + error->length <= text.size());
        return 0;
    }
    const JsonLimits wide{JsonScanner::maxDepth, 1 << 30};
    const QByteArray compact = Json::compact(text);
    require(!Json::check(compact, wide));
    // White space is all that pretty printing adds.
    require(Json::compact(Json::pretty(text)) == compact);
    if (const auto items = Json::splitArray(text)) {
        for (const QByteArrayView item : *items) {
            require(!Json::check(item));
        }
    }
    JsonScanner scanner(text);
    for (auto token = scanner.next(); token != JsonScanner::Token::End; token = scanner.next()) {
        if (token == JsonScanner::Token::String || token == JsonScanner::Token::Key) {
            const QByteArray decoded = Json::decodeString(scanner.lexeme());
            require(Json::decodeString(Json::encodeString(decoded)) == decoded);
        }
    }
    Json::member(text, "a");
    return 0;
}
