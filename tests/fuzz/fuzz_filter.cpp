// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "traffic/filtermatcher.h"

#include <cstdlib>

using namespace Switchboard;
using namespace Switchboard::App;

namespace {

/** One row of every look that a filter can meet. */
struct Rows
{
    Rows()
    {
        clients.connected(1, R"({"sid":"1792…7x","address":"127.0.0.1"})");
        add(R"({"user":"ada","n":1.0,"deep":[{"x":null}]},true,"plain")", Traffic::Binary);
        add(R"({"cut":"he)", Traffic::Cut);
        add("", Traffic::AckAsked);
        ring.appendGap(0, 5);
    }

    void add(QByteArrayView payload, quint8 flags)
    {
        Traffic::Record record;
        record.nsp = "/chat";
        record.event = "chat:message";
        record.target = "lobby\n!muted\n@id";
        record.payload = payload;
        record.flags = flags;
        record.client = 1;
        ring.append(record);
    }

    EventRing ring{8, 4096};
    ClientNames clients;
};

void require(bool condition)
{
    if (!condition) {
        std::abort();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    static const Rows rows;
    const QString text = QString::fromUtf8(
        reinterpret_cast<const char *>(data), qsizetype(qMin(size, size_t(8192))));
    ParsedFilter parsed = parseFilter(text, 1'700'000'000'000'000);
    for (const FilterSpan &span : parsed.spans) {
        require(
            span.position >= 0 && span.length > 0 && span.position + span.length <= text.size());
    }
    if (parsed.error) {
        require(parsed.error->position >= 0 && parsed.error->position <= text.size());
        require(parsed.error->length > 0 && !parsed.error->message.isEmpty());
        return 0;
    }
    FilterMatcher matcher(rows.ring, rows.clients);
    matcher.setFilter(std::move(parsed.filter));
    for (RowId id = rows.ring.begin(); id < rows.ring.end(); ++id) {
        const bool first = matcher.matches(id);
        require(matcher.matches(id) == first);
    }
    return 0;
}
