// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "act/emitrun.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <deque>
#include <memory>

namespace Switchboard::App {

/**
 * Sends events and remembers the last hundred, newest first.
 *
 * GUI thread. Lifetime: owns its runs; host and names outlive it.
 */
class SendHistory : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Part of Dashboard")
    Q_DISABLE_COPY_MOVE(SendHistory)
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)

public:
    enum class Role : int {
        Event = Qt::UserRole + 1,
        Target, // "room lobby"
        Time, // "14:32:07.088"
        Summary, // "13 of 14 acks, p95 18 ms"
    };

    static constexpr int maxRuns = 100;

    SendHistory(EngineHost &host, const ClientNames &names, QObject *parent = nullptr);
    ~SendHistory() override;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    int count() const { return int(m_runs.size()); }

    /**
     * Sends @p draft, or says why not.
     *
     * @return the run, valid until a hundred newer ones exist
     */
    Result<EmitRun *, QString> send(const EmitDraft &draft);

    EmitRun *run(int row) const { return m_runs[std::size_t(row)].get(); }

Q_SIGNALS:
    void countChanged();

private:
    void changed(const EmitRun *run);

    EngineHost &m_host;
    const ClientNames &m_names;
    std::deque<std::unique_ptr<EmitRun>> m_runs; // newest first
};

} // namespace Switchboard::App
