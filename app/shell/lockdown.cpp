// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "shell/lockdown.h"

#include <QLibraryInfo>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTimer>
#include <QUrl>

namespace Switchboard::App {

namespace {

/** A reply that failed before it asked anybody. */
class RefusedReply final : public QNetworkReply
{
public:
    RefusedReply(
        const QNetworkRequest &request, QNetworkAccessManager::Operation operation, QObject *parent)
        : QNetworkReply(parent)
    {
        setRequest(request);
        setUrl(request.url());
        setOperation(operation);
        setError(ContentAccessDenied, QStringLiteral("The window has no network"));
        open(QIODevice::ReadOnly);
        setFinished(true);
        QTimer::singleShot(0, this, [this] {
            Q_EMIT errorOccurred(ContentAccessDenied);
            Q_EMIT finished();
        });
    }

    void abort() override { }

protected:
    qint64 readData(char *, qint64) override { return -1; }
};

class RefusingManager final : public QNetworkAccessManager
{
public:
    using QNetworkAccessManager::QNetworkAccessManager;

protected:
    QNetworkReply *createRequest(
        Operation operation, const QNetworkRequest &request, QIODevice *) override
    {
        return new RefusedReply(request, operation, this);
    }
};

} // namespace

QNetworkAccessManager *NoNetwork::create(QObject *parent)
{
    return new RefusingManager(parent);
}

QUrl EmbeddedOnly::intercept(const QUrl &url, DataType type)
{
    const QString scheme = url.scheme();
    if (scheme == QLatin1StringView("qrc") || scheme == QLatin1StringView("image")
        || url.isEmpty()) {
        return url;
    }
    static const QString modules
        = QUrl::fromLocalFile(QLibraryInfo::path(QLibraryInfo::QmlImportsPath)).toString() + u'/';
    if (type != UrlString && url.toString().startsWith(modules)
        && !url.path().contains(QLatin1StringView("/../"))) {
        return url;
    }
    return QUrl(QStringLiteral("qrc:/refused"));
}

} // namespace Switchboard::App
