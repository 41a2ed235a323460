// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "traffic/clientnames.h"
#include "traffic/eventring.h"

#include <QCoreApplication>
#include <QString>

#include <optional>

namespace Switchboard::App {

/** The cells of one row of the Traffic list, ready to be drawn. */
struct RowText
{
    RowId id = 0;
    Kind kind = Kind::In;
    QString time;
    QString event;
    QString count; // ×9 behind the name of what went to nine clients
    QString nsp;
    QString client;
    QString target;
    QString args;
    QString size;
    QString ack;
    QString label; // the row in one sentence, for screen readers
    bool late = false; // ack timed out
    bool marked = false;
    bool selected = false;
    bool gone = false; // no longer kept

    bool operator==(const RowText &) const = default;
};

/** Writes rows out; every text from the wire goes through displaySafe(). Lends what it is given. */
class RowWriter
{
    Q_DECLARE_TR_FUNCTIONS(TrafficRow)

public:
    RowWriter(const NameTable &names, const ClientNames &clients)
        : m_names(names)
        , m_clients(clients)
    { }

    /** @param payload as kept, or nothing */
    RowText write(RowId id, const Event &event, std::optional<QByteArrayView> payload) const;

    /** everyone, room lobby, 2 rooms, to socket, except 1; for events to clients */
    QString target(const Event &event) const;
    QString eventName(const Event &event) const;
    /** What to say about a payload that is cut or not kept; empty when it is whole. */
    static QString bodyNote(const Event &event, bool kept);
    /** In, Out, Ack in, Connect, … */
    static QString kindWord(const Event &event);
    static QString ackText(const Event &event);

private:
    QString arguments(const Event &event, std::optional<QByteArrayView> payload) const;
    QString label(const RowText &row, const Event &event) const;

    const NameTable &m_names;
    const ClientNames &m_clients;
};

} // namespace Switchboard::App
