"""What templates print at the head and foot of an entry, by kind and language: the table behind `pipeline.edges`, continued.

In the form of `pipeline.template_words`: dates, authors, pictures, reading times, share bars, buttons.
"""

from __future__ import annotations

from pipeline.phrases import by_language

# "Share this: Facebook Twitter": with a colon or before names of networks.
SHARE = by_language("""
en: Share this | Share | Share on | Share via | Share this post | Share this article | Spread the word
de: Teilen | Teilen mit | Teilen auf | Diesen Beitrag teilen | Beitrag teilen
fr: Partager | Partager sur | Partagez | Partager cet article | Partager :
es: Compartir | Compartir esto | Comparte esto | Compartir en | Comparte
pt: Compartilhe isso | Compartilhar | Compartilhe | Partilhar | Partilhar isto | Compartilhar isto
it: Condividi | Condividi su | Condividi questo articolo
nl: Dit delen | Delen | Deel dit | Delen op
ca: Comparteix | Comparteix això
sv: Dela | Dela det här | Dela detta | Dela på
da: Del | Del dette | Del på
nb: Del dette | Del på
fi: Jaa | Jaa tämä
pl: Udostępnij | Udostępnij to
cs: Sdílet | Sdílejte
sk: Zdieľať
hr: Podijeli
sr: Поделите | Подели
bg: Споделяне | Сподели | Споделете
ru: Поделиться | Поделиться ссылкой | Поделиться в
uk: Поділитися | Поділитись
hu: Megosztás | Ossza meg
ro: Distribuie | Partajează | Distribuie pe
el: Κοινοποιήστε | Κοινοποίηση
tr: Paylaş | Bunu paylaş | Paylaşın
ar: شارك | شارك هذا الموضوع | مشاركة | شاركها | شارك هذا
fa: اشتراک‌گذاری | اشتراک گذاری | به اشتراک بگذارید | این را به اشتراک بگذارید
he: שתף | שיתוף | שתפו | לשתף
hi: साझा करें | शेयर करें | इसे साझा करें
bn: শেয়ার করুন
th: แชร์ | แบ่งปัน | แชร์เลย
vi: Chia sẻ | Chia sẻ này
id: Bagikan | Bagikan ini
ms: Kongsi | Kongsikan
zh: 分享 | 分享到 | 共享此文章 | 分享此文
ja: 共有 | シェア | シェアする
ko: 공유하기 | 공유
""")

# Names of networks, as they stand in a row of links.
NETWORKS = tuple(
    name.strip()
    for name in """
Facebook | Twitter | X | LinkedIn | WhatsApp | Telegram | Pinterest | Reddit | Tumblr | Pocket | Skype | Mastodon | Bluesky |
Threads | Email | E-mail | Print | Instagram | VK | ВКонтакте | Одноклассники | Viber | Signal | Line | LINE | Xing | Weibo |
WeChat | 微信 | 微博 | QQ空间 | 豆瓣 | はてなブックマーク | 트위터 | 페이스북 | 카카오톡 |
تويتر | فيسبوك | فيس بوك | واتساب | تيليجرام |
توییتر | فیسبوک | تلگرام | واتس‌اپ | Copy link | Copy Link
""".split("|")
)

# The header of an entry, before its date: goes with the date at the start of a teaser.
POSTED = by_language("""
en: Posted | Published | Updated | Last updated | Written | Submitted | Created | Posted on | Published on
de: Veröffentlicht | Veröffentlicht am | Erstellt | Aktualisiert | Geschrieben | Verfasst
fr: Publié le | Publié | Posté le | Mis à jour le | Écrit le
es: Publicado el | Publicado | Escrito el | Actualizado el
pt: Publicado em | Publicado | Postado em | Atualizado em | Escrito em
it: Pubblicato il | Pubblicato | Scritto il | Aggiornato il
nl: Geplaatst op | Gepubliceerd op | Geplaatst | Gepubliceerd
ca: Publicat el | Publicat
sv: Publicerad | Publicerat | Publicerad den | Postat
da: Udgivet | Udgivet den | Skrevet
nb: Publisert | Publisert den | Skrevet
fi: Julkaistu | Kirjoitettu
et: Postitatud | Avaldatud
pl: Opublikowano | Opublikowane | Dodano
cs: Publikováno | Publikované | Vydáno
hr: Objavljeno
sr: Објављено
bg: Публикувано | Публикувано на
ru: Опубликовано | Опубликован | Обновлено | Дата публикации
uk: Опубліковано | Оновлено
hu: Közzétéve | Megjelent
ro: Publicat pe | Publicat | Publicat la
el: Δημοσιεύτηκε | Δημοσιεύθηκε | Αναρτήθηκε
tr: Yayınlanma tarihi | Yayınlandı | Yayım tarihi
ar: نشر بتاريخ | نُشر بتاريخ | تاريخ النشر | نشرت في | نُشر في
fa: منتشر شده در | تاریخ انتشار | ارسال شده در | نوشته شده در
he: פורסם | פורסם ב | פורסם בתאריך
hi: प्रकाशित | पोस्ट किया गया
bn: প্রকাশিত | প্রকাশের তারিখ
th: เผยแพร่เมื่อ | โพสต์เมื่อ | เผยแพร่ | วันที่เผยแพร่
vi: Đăng ngày | Đăng vào | Ngày đăng | Được đăng vào
id: Diposting pada | Diterbitkan pada | Dipublikasikan | Ditulis pada
zh: 发布于 | 發佈於 | 发表于 | 發表於 | 发布时间 | 发布日期 | 刊登日期
ja: 投稿日 | 公開日 | 更新日 | 投稿日時 | 最終更新日
ko: 게시일 | 작성일 | 게시됨 | 등록일
""")

# "by" between a date and a login name.
BY = by_language("""
en: by
de: von
fr: par
es: por
it: da | di
nl: door
nordic: av | af
pl: przez | autor
ru: автором | от | автор
uk: автором | від
bg: от
ro: de
tr: tarafından | yazar
ar: بواسطة | من قبل
fa: توسط
he: על ידי
vi: bởi
id: oleh
zh: 由 | 作者
""")

# How long the reading takes: with a number and minutes, at either end.
READING_TIME = by_language("""
en: Reading time | reading time | Estimated reading time | Reading Time | Read time
de: Lesezeit | Geschätzte Lesezeit | Lesedauer
fr: Temps de lecture | Durée de lecture | Temps de lecture estimé
es: Tiempo de lectura | Tiempo estimado de lectura
pt: Tempo de leitura | Tempo estimado de leitura
it: Tempo di lettura | Tempo di lettura stimato
nl: Leestijd | Geschatte leestijd
ca: Temps de lectura
sv: Lästid
da: Læsetid
nb: Lesetid
fi: Lukuaika
pl: Czas czytania
cs: Doba čtení
hu: Olvasási idő
ro: Timp de citire
ru: Время чтения | Время на чтение
uk: Час читання
el: Χρόνος ανάγνωσης
tr: Okuma süresi | Tahmini okuma süresi
ar: وقت القراءة | مدة القراءة
fa: زمان مطالعه
he: זמן קריאה
hi: पढ़ने का समय
th: เวลาอ่าน
vi: Thời gian đọc
id: Waktu baca
zh: 阅读时间 | 預計閱讀時間 | 阅读时长 | 閱讀時間
ja: 読了時間 | 所要時間
ko: 읽는 시간 | 읽기 시간
""")

# Whose picture it is: with a colon and a name, at the start.
PHOTO = by_language("""
en: Photo | Photo credit | Image | Image credit | Photograph | Photo courtesy of | Cover photo | Featured image
de: Foto | Bild | Bildnachweis | Titelbild
fr: Photo | Crédit photo | Crédits photo | Photo de couverture | Image
es: Foto | Crédito de la foto | Fotografía | Imagen
pt: Foto | Crédito da foto | Imagem | Fotografia
it: Foto | Immagine | Credito foto
nl: Foto | Beeld
nordic: Foto | Bild | Kuva | Bilde | Billede
pl: Fot. | Zdjęcie | Fot
cs: Foto
ru: Фото | Фотография | Изображение
uk: Фото | Світлина
el: Φωτογραφία
tr: Fotoğraf
ar: تصوير | الصورة | صورة
fa: عکس
he: צילום
hi: फोटो | छायाचित्र
th: ภาพ | ภาพถ่าย
vi: Ảnh
id: Foto
zh: 图片来源 | 圖片來源 | 图源 | 摄影
ja: 写真 | 画像 | 撮影
ko: 사진 | 이미지
""")

# Buttons and links of an entry's foot, after a sentence.
FOOT_LINKS = by_language("""
en: Permalink | Back to top | Back to Top | Download PDF | Download the PDF | Print this page | Email this page |
    Download now | Watch the video | Listen now | Add to favorites | Bookmark the permalink |
    Related | Related Posts | Related posts
de: Nach oben | PDF herunterladen | Permalink
fr: Permalien | Retour en haut | Télécharger le PDF | Haut de page
es: Enlace permanente | Volver arriba | Descargar PDF
pt: Link permanente | Voltar ao topo | Baixar PDF
it: Torna su | Scarica il PDF | Permalink
nl: Naar boven | Download de PDF
ru: Постоянная ссылка | Наверх | Скачать PDF
zh: 返回顶部 | 下载PDF
ja: トップへ戻る | PDFをダウンロード
""")
