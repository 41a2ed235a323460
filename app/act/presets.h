// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "act/emitdraft.h"

#include <QAbstractListModel>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace Switchboard::App {

class EmitRun;
class SendHistory;
class UndoQueue;

/**
 * Saved events, each one click or one key away.
 *
 * Kept in presets.json of the data folder: read when made, written as a whole through a temporary
 * file half a second after a change and at the end. A file that cannot be read is put aside, never
 * overwritten. At most 500 rows.
 *
 * GUI thread. Lifetime: history and undo queue outlive it.
 */
class Presets : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Part of Dashboard")
    Q_DISABLE_COPY_MOVE(Presets)
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)

public:
    enum class Role : int {
        Name = Qt::UserRole + 1,
        Event,
        Target, // "room lobby"
        KeyNumber, // 1 to 9, 0 = none: Alt+number sends it
        AsksForAck,
        Sending, // true until the server has taken it
        Result, // "Sent to 9", for two seconds after it was sent
    };

    struct Preset
    {
        QString name;
        int key = 0;
        EmitDraft draft;
        friend bool operator==(const Preset &, const Preset &) = default;
    };

    static constexpr int maxCount = 500;

    Presets(SendHistory &history, UndoQueue &undo, const QString &dataFolder,
        QObject *parent = nullptr);
    ~Presets() override;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    int count() const { return int(m_rows.size()); }

    const Preset &preset(int row) const { return m_rows[std::size_t(row)].preset; }

    /** Adds it with the lowest free key; @return its row, or -1 when there are too many. */
    int add(const QString &name, const EmitDraft &draft);
    void replaceDraft(int row, const EmitDraft &draft);

    /** Sends it now; fired() tells how it went. */
    Q_INVOKABLE void fire(int row) { send(row, false); }

    /** The preset of Alt+@p number; false when none has that key. */
    Q_INVOKABLE bool fireKey(int number);
    Q_INVOKABLE void rename(int row, const QString &name);
    /** Takes the key away from whoever had it; 0 for none. */
    Q_INVOKABLE void setKey(int row, int number);
    Q_INVOKABLE void move(int from, int to);
    /** Can be undone. */
    Q_INVOKABLE void remove(int row);
    /** A few to start with, for the demo. */
    Q_INVOKABLE void addSamples();

Q_SIGNALS:
    void countChanged();
    /** @p problem is empty when it was sent to @p clients; @p byKey: by fireKey(). */
    void fired(const QString &name, int clients, const QString &problem, bool byKey);
    /** The file could not be read or written; a problem id of problem.h and its arguments. */
    void failed(const QString &id, const QStringList &arguments);

private:
    struct Row
    {
        Preset preset;
        bool isSending = false;
        QString result;
        quint64 id = 0;
    };

    void send(int row, bool byKey);
    void insert(int row, Preset preset);
    int freeKey() const;
    void load();
    void save();
    void changed(int row);
    int rowOf(quint64 id) const;
    void showResult(quint64 id, const QString &text);

    SendHistory &m_history;
    UndoQueue &m_undo;
    QString m_file;
    QTimer m_saveSoon;
    std::vector<Row> m_rows;
    quint64 m_lastId = 0;
};

} // namespace Switchboard::App
