// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "web/staticfolder.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace Switchboard;

namespace {

QByteArray readAll(Web::FileBody &body)
{
    QByteArray all;
    std::array<char, 7> piece{};
    for (;;) {
        const qsizetype count = body.read(piece);
        if (count <= 0) {
            return all;
        }
        all.append(piece.data(), count);
    }
}

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

} // namespace

class tst_StaticFolder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void opens_data();
    void opens();
    void range();
    void etagChangesWithContent();
    void openFilesAreCapped();
    void outOfDescriptors();
    void folderReplacedWhileServing();
    void fileCutShortWhileReading();

private:
    QString inside(const char *name) const
    {
        return m_root.path() + QLatin1StringView("/site/") + QLatin1StringView(name);
    }

    QTemporaryDir m_root;
    Web::OpenFiles m_openFiles;
};

void tst_StaticFolder::initTestCase()
{
    QDir root(m_root.path());
    QVERIFY(root.mkpath(QStringLiteral("site/sub")));
    write(inside("index.html"), "<h1>hello</h1>");
    write(inside("sub/a b.txt"), "nested");
    write(m_root.filePath(QStringLiteral("secret")), "outside");
    const auto link = [this](const QByteArray &target, const char *name) {
        QCOMPARE(::symlink(target.constData(), QFile::encodeName(inside(name)).constData()), 0);
    };
    link("index.html", "inner-link");
    link("../secret", "outer-link");
    link(QFile::encodeName(m_root.filePath(QStringLiteral("secret"))), "absolute-link");
    link("/", "root-link");
    link("/dev/zero", "device-link");
    link("/proc/self/environ", "proc-link");
    link("loop-link", "loop-link");
    QCOMPARE(::mkfifo(QFile::encodeName(inside("pipe")).constData(), 0600), 0);

    const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const QByteArray name = QFile::encodeName(inside("socket"));
    QVERIFY(name.size() < qsizetype(sizeof address.sun_path));
    std::copy(name.begin(), name.end(), address.sun_path);
    QCOMPARE(::bind(socket, reinterpret_cast<sockaddr *>(&address), sizeof address), 0);
    ::close(socket);
}

void tst_StaticFolder::opens_data()
{
    QTest::addColumn<bool>("portable");
    QTest::addColumn<QByteArrayList>("segments");
    QTest::addColumn<int>("error"); // 0: opens
    QTest::addColumn<QByteArray>("content");

    constexpr int notFound = int(Web::FileError::NotFound);
    for (const bool portable : {false, true}) {
        const auto row = [portable](const char *name, const QByteArrayList &segments, int error,
                             const QByteArray &content = {}) {
            QTest::addRow("%s, %s", portable ? "portable" : "openat2", name)
                << portable << segments << error << content;
        };
        row("file", {"index.html"}, 0, "<h1>hello</h1>");
        row("nested file", {"sub", "a b.txt"}, 0, "nested");
        row("folder", {"sub"}, int(Web::FileError::IsFolder));
        row("nothing asked", {}, notFound);
        row("missing", {"nope"}, notFound);
        row("below a file", {"index.html", "x"}, notFound);
        // The portable way follows no link at all.
        row("link that stays inside", {"inner-link"}, portable ? notFound : 0,
            portable ? QByteArray() : QByteArray("<h1>hello</h1>"));
        row("link out", {"outer-link"}, notFound);
        row("absolute link", {"absolute-link"}, notFound);
        row("through a link to the root", {"root-link", "etc", "passwd"}, notFound);
        row("device", {"device-link"}, notFound);
        row("process files", {"proc-link"}, notFound);
        row("link to itself", {"loop-link"}, notFound);
        row("pipe does not block", {"pipe"}, notFound);
        row("socket", {"socket"}, notFound);
        row("name of 4096 characters", {QByteArray(4096, 'a')}, notFound);
    }
    // parseRequestPath() lets none of these through; the folder does not rely on it.
    for (const char *path : {"..", "../secret", "/etc/passwd", "sub/../../secret"}) {
        QTest::addRow("openat2, %s", path)
            << false << QByteArray(path).split('/') << notFound << QByteArray();
    }
}

void tst_StaticFolder::opens()
{
    QFETCH(bool, portable);
    QFETCH(QByteArrayList, segments);
    QFETCH(int, error);
    QFETCH(QByteArray, content);
    Web::StaticFolder folder(m_root.filePath(QStringLiteral("site")), m_openFiles);
    folder.setPortableLookup(portable);
    auto file = folder.open(segments);
    QCOMPARE(file ? 0 : int(file.error()), error);
    if (file) {
        QCOMPARE(file->body->size(), content.size());
        QCOMPARE(readAll(*file->body), content);
    }
}

void tst_StaticFolder::range()
{
    Web::StaticFolder folder(m_root.filePath(QStringLiteral("site")), m_openFiles);
    auto file = folder.open({"index.html"});
    QVERIFY(file);
    file->body->narrow(4, 5);
    QCOMPARE(file->body->size(), 5);
    QCOMPARE(readAll(*file->body), "hello");
}

void tst_StaticFolder::etagChangesWithContent()
{
    Web::StaticFolder folder(m_root.filePath(QStringLiteral("site")), m_openFiles);
    write(inside("changing"), "one");
    const auto before = folder.open({"changing"});
    const auto again = folder.open({"changing"});
    write(inside("changing"), "three");
    const auto after = folder.open({"changing"});
    QVERIFY(before && again && after);
    QCOMPARE(before->etag, again->etag);
    QVERIFY(before->etag != after->etag);
    QVERIFY(before->etag.startsWith('"') && before->etag.endsWith('"'));
}

void tst_StaticFolder::openFilesAreCapped()
{
    Web::OpenFiles openFiles{.open = 0, .most = 2};
    Web::StaticFolder folder(m_root.filePath(QStringLiteral("site")), openFiles);
    {
        const auto first = folder.open({"index.html"});
        const auto second = folder.open({"index.html"});
        QVERIFY(first && second);
        const auto third = folder.open({"index.html"});
        QVERIFY(!third);
        QCOMPARE(third.error(), Web::FileError::Busy);
    }
    QCOMPARE(openFiles.open, 0);
    QVERIFY(folder.open({"index.html"}).ok());
}

void tst_StaticFolder::outOfDescriptors()
{
    rlimit before{};
    QCOMPARE(::getrlimit(RLIMIT_NOFILE, &before), 0);
    Web::StaticFolder folder(m_root.filePath(QStringLiteral("site")), m_openFiles);
    rlimit none = before;
    none.rlim_cur = 0;
    QCOMPARE(::setrlimit(RLIMIT_NOFILE, &none), 0);
    const auto file = folder.open({"index.html"});
    QCOMPARE(::setrlimit(RLIMIT_NOFILE, &before), 0);
    QVERIFY(!file);
    QCOMPARE(file.error(), Web::FileError::Busy);
}

void tst_StaticFolder::folderReplacedWhileServing()
{
    QDir root(m_root.path());
    QVERIFY(root.mkdir(QStringLiteral("dist")));
    const QString page = root.filePath(QStringLiteral("dist/page.html"));
    write(page, "old");
    Web::StaticFolder folder(root.filePath(QStringLiteral("dist")), m_openFiles);
    QVERIFY(folder.open({"page.html"}).ok());
    QVERIFY(QDir(root.filePath(QStringLiteral("dist"))).removeRecursively());
    QVERIFY(!folder.open({"page.html"}).ok());
    QVERIFY(root.mkdir(QStringLiteral("dist")));
    write(page, "new");
    auto file = folder.open({"page.html"});
    QVERIFY(file);
    QCOMPARE(readAll(*file->body), "new");
}

void tst_StaticFolder::fileCutShortWhileReading()
{
    write(inside("shrinking"), "0123456789");
    Web::StaticFolder folder(m_root.filePath(QStringLiteral("site")), m_openFiles);
    auto file = folder.open({"shrinking"});
    QVERIFY(file);
    QVERIFY(QFile::resize(inside("shrinking"), 4));
    QCOMPARE(readAll(*file->body), "0123");
    // What was promised is still owed: the connection must end without it.
    QCOMPARE(file->body->size(), 6);
}

QTEST_APPLESS_MAIN(tst_StaticFolder)
#include "tst_staticfolder.moc"
