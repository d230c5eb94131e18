BEGIN TRANSACTION;
CREATE TABLE canvases (
	id VARCHAR(64) NOT NULL, 
	title TEXT NOT NULL, 
	updated VARCHAR(40) NOT NULL, 
	payload TEXT NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "canvases" VALUES('la9d488uw94oa1s3','Getting about in Northfield','2026-11-26T16:24:07.853+00:00','{"schema":1,"revision":0,"title":"Getting about in Northfield","question":"","place":"","aim":"","date":null,"language":"en-GB","layers":[{"id":"place","title":"Place","order":0,"colour":"#1c4f8a","scope":"","levels":{}}],"cards":[],"links":[],"readings":[],"assumptions":[],"snapshots":[],"view":{"page":"a4","greyscale":false,"layers":[],"left_out":[]}}');
INSERT INTO "canvases" VALUES('n6o5ypc6sb2dw7mp','Empty','2026-11-26T16:24:07.854+00:00','{"schema":1,"revision":0,"title":"Empty","question":"","place":"","aim":"","date":null,"language":"en-GB","layers":[{"id":"place","title":"Place","order":0,"colour":"#1c4f8a","scope":"","levels":{}}],"cards":[],"links":[],"readings":[],"assumptions":[],"snapshots":[],"view":{"page":"a4","greyscale":false,"layers":[],"left_out":[]}}');
CREATE TABLE checkpoints (
	canvas_id VARCHAR(64) NOT NULL, 
	seq INTEGER NOT NULL, 
	payload TEXT NOT NULL, 
	PRIMARY KEY (canvas_id, seq), 
	FOREIGN KEY(canvas_id) REFERENCES canvases (id)
);
INSERT INTO "checkpoints" VALUES('la9d488uw94oa1s3',3,'{"schema":1,"revision":3,"title":"Getting about in Northfield","question":"","place":"","aim":"","date":null,"language":"en-GB","layers":[{"id":"place","title":"Place","order":0,"colour":"#1c4f8a","scope":"","levels":{}}],"cards":[{"id":"c0","layer":"place","level":"events","text":"The last bus leaves at six","force":null,"position":null,"tags":[],"source":null,"note":null,"votes":0,"originals":[]},{"id":"c1","layer":"place","level":"events","text":"Ŵyn’s café closed 🏠; it''s \"over\"","force":null,"position":null,"tags":[],"source":null,"note":null,"votes":0,"originals":[]},{"id":"c2","layer":"place","level":"events","text":"People drive","force":null,"position":null,"tags":[],"source":null,"note":null,"votes":0,"originals":[]}],"links":[],"readings":[],"assumptions":[],"snapshots":[],"view":{"page":"a4","greyscale":false,"layers":[],"left_out":[]}}');
CREATE TABLE edits (
	canvas_id VARCHAR(64) NOT NULL, 
	seq INTEGER NOT NULL, 
	edit_id VARCHAR(64) NOT NULL, 
	client VARCHAR(64) NOT NULL, 
	client_seq INTEGER, 
	author TEXT, 
	at VARCHAR(40) NOT NULL, 
	payload TEXT NOT NULL, 
	PRIMARY KEY (canvas_id, seq), 
	UNIQUE (canvas_id, client, client_seq), 
	FOREIGN KEY(canvas_id) REFERENCES canvases (id)
);
INSERT INTO "edits" VALUES('la9d488uw94oa1s3',1,'givzvznf','phone',1,'Mair','2026-11-26T16:24:07.836+00:00','{"edit":{"kind":"add_card","card":{"id":"c0","layer":"place","level":"events","text":"The last bus leaves at six","force":null,"position":null,"tags":[],"source":null,"note":null,"votes":0,"originals":[]},"at":null},"undoes":null,"redoes":null}');
INSERT INTO "edits" VALUES('la9d488uw94oa1s3',2,'kvjzn27j','phone',2,'Mair','2026-11-26T16:24:07.839+00:00','{"edit":{"kind":"add_card","card":{"id":"c1","layer":"place","level":"events","text":"Ŵyn’s café closed 🏠; it''s \"over\"","force":null,"position":null,"tags":[],"source":null,"note":null,"votes":0,"originals":[]},"at":null},"undoes":null,"redoes":null}');
INSERT INTO "edits" VALUES('la9d488uw94oa1s3',3,'e2h4tn3f','phone',3,'Mair','2026-11-26T16:24:07.842+00:00','{"edit":{"kind":"add_card","card":{"id":"c2","layer":"place","level":"events","text":"People drive","force":null,"position":null,"tags":[],"source":null,"note":null,"votes":0,"originals":[]},"at":null},"undoes":null,"redoes":null}');
INSERT INTO "edits" VALUES('la9d488uw94oa1s3',4,'texogwwn','laptop',1,NULL,'2026-11-26T16:24:07.846+00:00','{"edit":{"kind":"add_link","link":{"id":"l","source":"c0","target":"c2","verb":"drives","sign":null,"strength":2,"delayed":false,"note":null},"at":null},"undoes":null,"redoes":null}');
INSERT INTO "edits" VALUES('la9d488uw94oa1s3',5,'mshhacwr','laptop',NULL,NULL,'2026-11-26T16:24:07.847+00:00','{"edit":{"kind":"change_card","card":"c2","changes":{"text":"More people drive"}},"undoes":null,"redoes":null}');
INSERT INTO "edits" VALUES('la9d488uw94oa1s3',6,'zeo2t3bc','laptop',NULL,NULL,'2026-11-26T16:24:07.853+00:00','{"edit":{"kind":"change_card","card":"c2","changes":{"text":"People drive"}},"undoes":5,"redoes":null}');
COMMIT;
