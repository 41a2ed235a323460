// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "act/clientdetail.h"
#include "server.h"

#include <QAbstractListModel>
#include <QElapsedTimer>
#include <QHash>
#include <QSet>
#include <QtQml/qqmlregistration.h>

#include <array>
#include <vector>

namespace Switchboard::App {

class ClientNames;
class EngineHost;

/**
 * The connections, as a window of as many rows as fit on the screen.
 *
 * Fed with the engine's list twice a second, only while active. Rows never come and go as model
 * rows: the window has visibleRows of them for ever and shows what starts at top. Sorted by Since,
 * rows do not jump; other sorts are done again every two seconds. Who left stays two seconds.
 *
 * GUI thread. Lifetime: host and names outlive it.
 */
class ClientsView : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Part of Dashboard")
    Q_DISABLE_COPY_MOVE(ClientsView)
    /** Somebody looks at it. */
    Q_PROPERTY(bool active READ isActive WRITE setActive NOTIFY activeChanged FINAL)
    Q_PROPERTY(
        int visibleRows READ visibleRows WRITE setVisibleRows NOTIFY visibleRowsChanged FINAL)
    /** Place of the first visible row among the matches. */
    Q_PROPERTY(int top READ top WRITE setTop NOTIFY topChanged FINAL)
    /** Matches of search and chip. */
    Q_PROPERTY(int count READ count NOTIFY countsChanged FINAL)
    Q_PROPERTY(int total READ total NOTIFY countsChanged FINAL)
    Q_PROPERTY(int webSocketCount READ webSocketCount NOTIFY countsChanged FINAL)
    Q_PROPERTY(int pollingCount READ pollingCount NOTIFY countsChanged FINAL)
    Q_PROPERTY(int idleCount READ idleCount NOTIFY countsChanged FINAL)
    Q_PROPERTY(QString search READ search WRITE setSearch NOTIFY searchChanged FINAL)
    Q_PROPERTY(Chip chip READ chip WRITE setChip NOTIFY chipChanged FINAL)
    Q_PROPERTY(Column sortColumn READ sortColumn NOTIFY sortChanged FINAL)
    Q_PROPERTY(bool descending READ isDescending NOTIFY sortChanged FINAL)
    Q_PROPERTY(int selectedCount READ selectedCount NOTIFY selectionChanged FINAL)
    /** Serial of the client with the cursor, 0 = none. */
    Q_PROPERTY(int current READ currentSerial NOTIFY currentChanged FINAL)
    Q_PROPERTY(Switchboard::App::ClientDetail *detail READ detail CONSTANT FINAL)

public:
    enum class Role : int {
        Present = Qt::UserRole + 1, // false: the window is longer than the list
        Serial,
        Name,
        Active, // a message or pong in the last 10 s
        ShortId,
        Address,
        Via, // "WS", "Polling", "upgrading"
        Namespaces, // at most 3 names and "+2"
        Rooms,
        InRate, // "12", empty when 0
        OutRate,
        Ping, // "3 ms"
        PingLate, // above half of the ping timeout
        Since, // "12 min", or "left, transport close"
        SinceExact,
        HasLeft,
        Selected,
        Current,
        Spoken, // the row for screen readers
    };

    enum class Chip : quint8 { All, WebSocket, Polling, Idle };
    Q_ENUM(Chip)

    enum class Column : quint8 { Name, Address, Via, Rooms, In, Out, Ping, Since };
    Q_ENUM(Column)

    ClientsView(EngineHost &host, ClientNames &names, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    bool isActive() const { return m_isActive; }

    void setActive(bool active);

    int visibleRows() const { return m_visibleRows; }

    void setVisibleRows(int rows);

    int top() const { return m_top; }

    void setTop(int top);

    int count() const { return int(m_order.size()); }

    int total() const { return m_total; }

    int webSocketCount() const { return m_webSocket; }

    int pollingCount() const { return m_total - m_webSocket; }

    int idleCount() const { return m_idle; }

    QString search() const { return m_search; }

    void setSearch(const QString &search);

    Chip chip() const { return m_chip; }

    void setChip(Chip chip);

    Column sortColumn() const { return m_sortColumn; }

    bool isDescending() const { return m_isDescending; }

    int selectedCount() const { return int(m_selected.size()); }

    quint32 current() const { return m_current; }

    int currentSerial() const { return int(m_current); }

    ClientDetail *detail() { return &m_detail; }

    /** Nothing selected: the current one. */
    QList<quint32> selection() const;
    /** Null when unknown. */
    const ClientInfo *client(quint32 serial) const;

    /** The engine's list. @p now in µs since 1970 */
    void take(const QList<ClientInfo> &clients, qint64 now);
    /** It left, and why. */
    void noteLeft(quint32 serial, qint64 time, const QString &reason);

    /** By @p column; the other way around when it is sorted by it already. */
    Q_INVOKABLE void sortBy(Switchboard::App::ClientsView::Column column);
    /** Puts the cursor on row @p row of the window. */
    Q_INVOKABLE void select(int row, bool extend = false, bool toggle = false);
    Q_INVOKABLE void selectAll();
    Q_INVOKABLE void clearSelection();
    /** Cursor by @p rows, and the window after it. */
    Q_INVOKABLE void moveCurrent(int rows, bool extend = false);
    /** Cursor on the client with the serial @p client, also when the list comes later. */
    Q_INVOKABLE void show(int client);

    Q_INVOKABLE void scrollBy(int rows) { setTop(m_top + rows); }

Q_SIGNALS:
    void activeChanged();
    void visibleRowsChanged();
    void topChanged();
    void countsChanged();
    void searchChanged();
    void chipChanged();
    void sortChanged();
    void selectionChanged();
    void currentChanged();

private:
    static constexpr std::size_t samples = 11; // of half a second: rates over five

    struct Sample
    {
        qint64 time = 0;
        quint32 in = 0;
        quint32 out = 0;
    };

    struct Client
    {
        ClientInfo info;
        QString name;
        std::array<Sample, samples> history{};
        std::size_t next = 0; // place of the next sample
        qint64 leftAt = 0; // 0 = here
        QString leftReason;
        quint64 seen = 0; // number of the list it was last in

        bool isIdle(qint64 now) const;
        double rate(quint32 Sample::*direction) const;
    };

    void update(Client &client, const ClientInfo &info, qint64 now, bool isNew);
    void dropLeft(qint64 now);
    bool matches(const Client &client) const;
    bool isBefore(const Client &a, const Client &b) const;
    /** Finds the matches anew; sorts them when @p sort. */
    void rebuild(bool sort);
    void recount();
    void refresh();
    int placeOf(quint32 serial) const;
    void setCurrent(quint32 serial);
    void selectPlace(int place, bool extend, bool toggle);
    void scrollTo(int place);
    const Client *at(int row) const;
    QVariant present(const Client &client, Role role) const;
    QString sinceText(const Client &client) const;
    QString spokenText(const Client &client) const;

    EngineHost &m_host;
    ClientNames &m_names;
    ClientDetail m_detail;
    QHash<quint32, Client> m_clients;
    std::vector<quint32> m_order; // matches
    QSet<quint32> m_selected;
    quint32 m_current = 0;
    quint32 m_anchor = 0; // where extending starts
    QString m_search;
    Chip m_chip = Chip::All;
    Column m_sortColumn = Column::Since;
    bool m_isDescending = false;
    bool m_isActive = false;
    int m_visibleRows = 0;
    int m_top = 0;
    int m_total = 0;
    int m_webSocket = 0;
    int m_idle = 0;
    qint64 m_now = 0;
    qint64 m_sortedAt = 0;
    quint64 m_lists = 0;
};

} // namespace Switchboard::App
