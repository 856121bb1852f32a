"""Whole short texts that are template and nothing of the resource, in lower case between strokes; a number is written 0.

They count only as a whole: "Comments" is a label, "Comments on the draft law" is a title. What stands in the tables of
`template_words` and `entry_words` (skip links, labels of terms, dates and sharing, links to comments) counts too.
"""

from __future__ import annotations

LABELS = """
# English
posted by | published by | written by | by | on | in | author | authors | date | share on facebook |
share on twitter | share on x | share on linkedin | share on whatsapp | share via email | tweet | tweet this |
pin it | pin | email | print | like | like this | like loading | loading | related | related posts |
related articles | related content | you may also like | comments | leave comment | 0 comments | 0 comment |
one comment | 0 responses | 0 replies | reply | link | edit | edit this | edit post | edit page | (edit) |
menu | search | home | next | previous | prev | newer | older | next page | previous page | older posts |
newer posts | next post | previous post | back | top | featured | sticky | sticky post | featured post |
pinned | new | download | downloads | view pdf | updated on | last updated on | last modified |
last modified on | modified | type | 0 min read | 0 mins read | 0 minute read | 0 minutes read | 0 minutes |
0 min | 0 views | views | 0 shares | shares | 0 likes | likes | reading time: 0 minutes | facebook | twitter |
linkedin | whatsapp | instagram | youtube | telegram | pinterest | reddit | tumblr | copy link | x | subscribe |
sign up | log in | login | register | close | open | show | hide | expand | collapse | view all | see all |
all posts | archive | archives | uncategorized | source | sources | via | image | photo | photo by | credit |
advertisement | sponsored | ad | more | details | » | continue | toggle navigation | table of contents |
contents | post navigation | posts navigation | page | 0 | thumbnail | featured image | no image | play |
video | audio | words | 0 words | about 0 words | less than 0 minute | less than a minute | written on |
created on | created by | submitted by | submitted by admin | post date | post author | post category |
post tags | post comments | post published | post last modified | post views | a minute read | view | read |
0 read |
# German
veröffentlicht von | verfasst von | geschrieben von | von | am | drucken | kommentar | kommentare |
0 kommentare | 0 kommentar | suche | startseite | ältere beiträge | neuere beiträge | nächste | vorherige |
weiter | zurück | autor | datum | aktualisiert am | mehr | 0 min. lesezeit | 0 minuten lesezeit | bearbeiten |
ähnliche beiträge | das könnte dich auch interessieren | herunterladen |
# French
publié par | par | le | auteur | partager sur facebook | imprimer | commentaire | commentaires | 0 commentaire |
0 commentaires | rechercher | accueil | articles plus anciens | articles plus récents | suivant | précédent |
mis à jour | modifier | articles similaires | articles liés | télécharger | marqué | 0 min de lecture | plus |
# Spanish, Portuguese, Catalan, Galician, Italian
publicado por | por | autora | imprimir | comentario | comentarios | 0 comentarios | 0 comentario | buscar |
inicio | siguiente | anterior | entradas anteriores | entradas siguientes | entradas más antiguas |
actualizado | editar | relacionado | entradas relacionadas | artículos relacionados | descargar | más |
0 min de lectura | facebook twitter | comentários | 0 comentários | pesquisar | próximo | 0 min de leitura |
artigos relacionados | mais | baixar | pubblicato da | di | da | autore | stampa | commento | commenti |
0 commenti | 0 commento | cerca | successivo | precedente | modifica | articoli correlati | scarica |
contrassegnato | 0 min di lettura |
# Dutch, Nordic, Finnish
labels | geplaatst door | door | afdrukken | reacties | reactie | 0 reacties | zoeken | volgende | vorige |
bewerken | gerelateerde berichten | downloaden | udgivet af | af | skrevet av | skrevet af | publisert av |
publicerat av | av | kommentarer | 0 kommentarer | sök | søg | søk | skrivet av | julkaissut | kirjoittanut |
kirjoittaja | kommentit | kommentti | 0 kommenttia | haku | avainsana | muokkaa |
# Polish, Czech, Slovak, Slovene, Croatian, Hungarian, Romanian, Baltic
opublikowane przez | opublikowany | przez | drukuj | komentarze | komentarz | 0 komentarzy | szukaj | następny |
poprzedni | edytuj | štítek | publikoval | od | vytisknout | komentáře | komentář | komentáre | 0 komentářů |
napsat komentář k | hledat | hľadať | oznaka | objavio | objavil | deli | komentari | traži | szerző | írta |
nyomtatás | hozzászólások | 0 hozzászólás | tartalomhoz | keresés | publicat de | de | comentarii |
0 comentarii | caută | žyma | paskelbta | komentarai | birka | publicēts | komentāri | kommentaarid |
# Cyrillic
автор | от | автор записи | дата | печать | комментарии | комментарий | 0 комментариев | 0 комментария |
0 комментарий | комментариев | поиск | главная | далее | назад | следующая | предыдущая | следующая запись |
предыдущая запись | изменить | редактировать | скачать | похожие записи | запись опубликована | помечено |
опублікував | від | коментарі | коментар | 0 коментарів | пошук | публикувано от | коментари | 0 коментара |
търсене |
# Greek, Turkish
από | σχόλια | 0 σχόλια | αναζήτηση | yazar | yazan | tarafından | yazdır | yorum | yorumlar | 0 yorum |
içeriğe geç | içeriğe atla | ara |
# Arabic, Persian, Urdu, Hebrew
نشرت بواسطة | نشر بواسطة | بواسطة | الكاتب | كتبه | بقلم | طباعة | تعليقات | التعليقات | 0 تعليقات | 0 تعليق |
بحث | التالي | السابق | الرئيسية | تحميل | مقالات ذات صلة | برچسبها | نوشته شده توسط | ارسال شده توسط | توسط |
نویسنده | دیدگاه | دیدگاه‌ها | 0 دیدگاه | جستجو | بعدی | قبلی | خانه | פורסם על ידי | מאת | תגובות | 0 תגובות |
חיפוש | تبصرہ | تبصرے |
# South and South-East Asia
द्वारा | लेखक | टिप्पणी | टिप्पणियाँ | লেখক | মন্তব্য | பகிர் | கருத்துகள் | เผยแพร่ใน | โพสต์โดย | โดย |
เขียนโดย | ผู้เขียน | พิมพ์ | ความเห็น | ความคิดเห็น | 0 ความเห็น | ค้นหา | ถัดไป | ก่อนหน้า | ติดป้ายกำกับ |
đăng trong | đăng bởi | được đăng bởi | bởi | tác giả | bình luận | 0 bình luận | tìm kiếm | ditulis oleh |
diposting oleh | diterbitkan | oleh | komentar | 0 komentar | cari | tinggalkan ulasan |
# East Asia
发布 | 作者 | 作者: | 打印 | 评论 | 評論 | 留言 | 0 条评论 | 0条评论 | 搜索 | 搜尋 | 下一页 | 上一页 | 首页 |
下载 | 由 | 日期 | 更新于 | 更新時間 | 阅读 |
相关文章 | 投稿者 | 作成者 | 著者 | 印刷 | コメント | 0 コメント | 0件のコメント | 検索 | 次へ | 前へ |
ホーム | 関連記事 | 작성자 | 글쓴이 | 인쇄 | 댓글 | 댓글 0개 |
검색 | 다음 | 이전 | 홈
"""
