// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/clock.h"
#include "traffic/trafficpump.h"
#include "traffic/trafficring.h"
#include "traffic/trafficstats.h"
#include "traffic/trafficview.h"

/** The way from the engine's ring to the view, with a clock moved by hand and no timer. */
struct TrafficFixture
{
    Switchboard::ManualClock clock;
    Switchboard::Traffic::TrafficRing source;
    Switchboard::App::TrafficStats stats;
    Switchboard::App::TrafficPump pump{source, stats, clock};
    Switchboard::App::TrafficView view{pump, stats};
    quint64 sequence = 0;

    /** Records as the engine would; stamps sequence, time and size. */
    void put(Switchboard::Traffic::Record record)
    {
        record.sequence = ++sequence;
        record.time = clock.wall().count();
        if (record.size == 0) {
            record.size = quint32(record.payload.size());
        }
        source.write(record);
    }

    void in(const QByteArray &event, const QByteArray &arguments = "{}", quint32 client = 1)
    {
        Switchboard::Traffic::Record record;
        record.kind = Switchboard::Traffic::Kind::In;
        record.nsp = "/chat";
        record.event = event;
        record.payload = arguments;
        record.client = client;
        put(record);
    }

    /** @p count events named e0, e1, … and drains them. */
    void fill(int count)
    {
        for (int i = 0; i < count; ++i) {
            in("e" + QByteArray::number(i), QByteArray::number(i));
            if (i % 10'000 == 9'999) {
                pump.drain();
            }
        }
        pump.drain();
    }

    void connectClient(quint32 serial, QByteArrayView json)
    {
        Switchboard::Traffic::Record record;
        record.kind = Switchboard::Traffic::Kind::Connect;
        record.client = serial;
        record.payload = json;
        put(record);
    }

    void passSecond()
    {
        clock.advance(std::chrono::seconds(1));
        pump.drain();
    }
};
