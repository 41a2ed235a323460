// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "engine/servercontrol.h"
#include "traffic/trafficstats.h"

#include <QObject>
#include <QPointer>
#include <QtQml/qqmlregistration.h>

namespace Switchboard::App {

/**
 * The six cards of the overview and the status bar's rates, as texts and sparklines.
 *
 * Computes nothing but the words: numbers come from the statistics and the server. Texts follow
 * at most twice a second, sparklines once.
 *
 * GUI thread.
 */
class Readings : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_DISABLE_COPY_MOVE(Readings)
    Q_PROPERTY(Switchboard::App::TrafficStats *stats READ stats WRITE setStats NOTIFY sourcesChanged
            REQUIRED FINAL)
    Q_PROPERTY(Switchboard::App::ServerControl *server READ server WRITE setServer NOTIFY
            sourcesChanged REQUIRED FINAL)

    Q_PROPERTY(QString clients READ clients NOTIFY changed FINAL)
    Q_PROPERTY(QString clientsNote READ clientsNote NOTIFY changed FINAL)
    /** Without unit: "1,284", "4.2" */
    Q_PROPERTY(QString in READ in NOTIFY changed FINAL)
    Q_PROPERTY(QString inNote READ inNote NOTIFY changed FINAL)
    Q_PROPERTY(QString out READ out NOTIFY changed FINAL)
    Q_PROPERTY(QString outNote READ outNote NOTIFY changed FINAL)
    /** In and out together, for the sidebar: "8.2k/s", or empty when nothing moves. */
    Q_PROPERTY(QString total READ total NOTIFY changed FINAL)
    Q_PROPERTY(QString throughput READ throughput NOTIFY changed FINAL)
    Q_PROPERTY(QString throughputUnit READ throughputUnit NOTIFY changed FINAL)
    Q_PROPERTY(QString throughputNote READ throughputNote NOTIFY changed FINAL)
    Q_PROPERTY(QString ack READ ack NOTIFY changed FINAL)
    Q_PROPERTY(QString ackUnit READ ackUnit NOTIFY changed FINAL)
    Q_PROPERTY(QString ackNote READ ackNote NOTIFY changed FINAL)
    Q_PROPERTY(QString errors READ errors NOTIFY changed FINAL)
    Q_PROPERTY(bool anyErrors READ hasErrors NOTIFY changed FINAL)

    Q_PROPERTY(QList<double> clientsSeries READ clientsSeries NOTIFY seriesChanged FINAL)
    Q_PROPERTY(QList<double> inSeries READ inSeries NOTIFY seriesChanged FINAL)
    Q_PROPERTY(QList<double> outSeries READ outSeries NOTIFY seriesChanged FINAL)
    Q_PROPERTY(QList<double> throughputSeries READ throughputSeries NOTIFY seriesChanged FINAL)
    Q_PROPERTY(QList<double> ackSeries READ ackSeries NOTIFY seriesChanged FINAL)
    Q_PROPERTY(QList<double> errorsSeries READ errorsSeries NOTIFY seriesChanged FINAL)

public:
    explicit Readings(QObject *parent = nullptr);

    TrafficStats *stats() const { return m_stats; }

    void setStats(TrafficStats *stats);

    ServerControl *server() const { return m_server; }

    void setServer(ServerControl *server);

    QString clients() const;
    QString clientsNote() const;
    QString in() const;
    QString inNote() const;
    QString out() const;
    QString outNote() const;
    QString total() const;
    QString throughput() const;
    QString throughputUnit() const;
    QString throughputNote() const;
    QString ack() const;
    QString ackUnit() const;
    QString ackNote() const;
    QString errors() const;
    bool hasErrors() const;

    QList<double> clientsSeries() const { return m_clients; }

    QList<double> inSeries() const;
    QList<double> outSeries() const;
    QList<double> throughputSeries() const;
    QList<double> ackSeries() const;
    QList<double> errorsSeries() const;

    /** "4.2" below ten, "1,284" from there. */
    static QString amount(double perSecond);

Q_SIGNALS:
    void sourcesChanged();
    void changed();
    void seriesChanged();

private:
    void noteClients();
    void completeSecond();
    QList<double> series(const QString &name, int seconds, int points) const;

    QPointer<TrafficStats> m_stats;
    QPointer<ServerControl> m_server;
    QList<double> m_clients; // highest number of each second
    int m_mostClients = 0; // of the second that is not complete
};

} // namespace Switchboard::App
