// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "act/compiledemit.h"
#include "act/emitdraft.h"
#include "server.h"

#include <QAbstractListModel>
#include <QElapsedTimer>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace Switchboard::App {

class ClientNames;
class EngineHost;

/**
 * One send: its progress while it repeats, and the answers as rows while they stream in.
 *
 * Repeats go to the engine in batches, and the next batch only when the last one was taken, so a
 * slow engine is never flooded. Keeps the first 500 answers as rows; the summary counts all.
 *
 * GUI thread. Lifetime: owned by SendHistory; host and names outlive it.
 */
class EmitRun : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by sending")
    Q_DISABLE_COPY_MOVE(EmitRun)
    /** Still sending; stop() ends it. */
    Q_PROPERTY(bool sending READ isSending NOTIFY progressChanged FINAL)
    Q_PROPERTY(int sent READ sent NOTIFY progressChanged FINAL)
    Q_PROPERTY(int total READ total CONSTANT FINAL)
    /** Packets to clients in all. */
    Q_PROPERTY(qint64 addressed READ addressed NOTIFY progressChanged FINAL)
    Q_PROPERTY(bool waitsForAck READ waitsForAck CONSTANT FINAL)
    /** "13 of 14 acks, p95 18 ms" or "Sent to 9 clients" */
    Q_PROPERTY(QString summary READ summary NOTIFY summaryChanged FINAL)
    /** Answered or timed out, all of them. */
    Q_PROPERTY(bool complete READ isComplete NOTIFY summaryChanged FINAL)
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)

public:
    enum class Role : int {
        Client = Qt::UserRole + 1, // its name
        Answered,
        Answer, // "{"ok":true}", or "no answer in 5 s"
        Latency, // "2.1 ms", or "timeout"
    };

    static constexpr int maxRows = 500;

    EmitRun(EngineHost &host, const ClientNames &names, EmitDraft draft, CompiledEmit emission,
        QObject *parent);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    const EmitDraft &draft() const { return m_draft; }

    /** When it was started, µs since 1970. */
    qint64 startedAt() const { return m_startedAt; }

    bool isSending() const { return m_isSending; }

    int sent() const { return m_sent; }

    int total() const { return m_draft.total(); }

    qint64 addressed() const { return m_addressed; }

    bool waitsForAck() const { return m_draft.waitForAck; }

    QString summary() const;

    bool isComplete() const { return !m_isSending && (!waitsForAck() || m_answers >= m_addressed); }

    int count() const { return int(m_rows.size()); }

    void start();
    Q_INVOKABLE void stop();

Q_SIGNALS:
    void progressChanged();
    void summaryChanged();
    void countChanged();
    /** The last repeat has been taken by the engine, or stop() was called. */
    void sendingEnded();

private:
    int due() const;
    void sendDue();
    void taken(int emits, int clients);
    void take(const QList<AckAnswer> &answers);
    void endSending();

    EngineHost &m_host;
    const ClientNames &m_names;
    const EmitDraft m_draft;
    const CompiledEmit m_emission;
    QTimer m_pace;
    QElapsedTimer m_since;
    qint64 m_startedAt;
    bool m_isSending = false;
    bool m_isBatchOut = false;
    int m_sent = 0;
    qint64 m_addressed = 0;
    qint64 m_answers = 0; // and timeouts
    qint64 m_answered = 0;
    std::vector<AckAnswer> m_rows;
    std::vector<qint64> m_latencies; // µs, of the answered among the first maxLatencies
};

} // namespace Switchboard::App
