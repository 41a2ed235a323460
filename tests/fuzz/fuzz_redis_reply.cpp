// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "redis/replyreader.h"

#include <cstdlib>

using namespace Switchboard::Redis;

namespace {

void require(bool holds)
{
    if (!holds) {
        std::abort();
    }
}

qsizetype weight(const Reply &reply)
{
    qsizetype bytes = reply.text.size() + 1;
    for (const Reply &item : reply.items) {
        bytes += weight(item); // at most as deep as the guard allows
    }
    return bytes;
}

/** What all replies weigh, read in pieces of @p step; negative: refused. */
qsizetype read(QByteArrayView bytes, qsizetype step)
{
    ReplyReader reader;
    qsizetype total = 0;
    for (qsizetype at = 0; at < bytes.size(); at += step) {
        reader.feed(bytes.sliced(at, std::min(step, bytes.size() - at)));
        while (const auto reply = reader.next()) {
            total += weight(*reply);
        }
    }
    return reader.error() ? -1 : total;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const QByteArrayView bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto whole = read(bytes, std::max<qsizetype>(bytes.size(), 1));
    require(whole <= bytes.size());
    require(read(bytes, 1) == whole);
    require(read(bytes, 7) == whole);
    return 0;
}
