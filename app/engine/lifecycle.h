// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "traffic/eventring.h"

#include <QObject>

namespace Switchboard::App {

/**
 * Tells who came, went and joined a room, from the rows of the traffic.
 *
 * GUI thread. Lifetime: the ring outlives it.
 */
class Lifecycle : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Lifecycle)

public:
    explicit Lifecycle(const EventRing &ring, QObject *parent = nullptr);

    /** Looks at the rows that came since the last time. */
    void scan();

Q_SIGNALS:
    void connected(quint32 client, qint64 time);
    /** They joined a namespace, and so said who they are; all of one scan. */
    void introduced(const QList<quint32> &clients);
    /** @p reason is safe to show. */
    void left(quint32 client, qint64 time, const QString &reason);
    void joined(quint32 client, qint64 time, const QString &room);

private:
    const EventRing &m_ring;
    RowId m_next;
};

} // namespace Switchboard::App
