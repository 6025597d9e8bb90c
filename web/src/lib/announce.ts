import { create } from 'zustand';

/** What a screen reader is told; the log itself stays silent, so that streamed words are not read in pieces. */
export const useAnnouncement = create<{ words: string }>()(() => ({ words: '' }));

export const announce = (words: string) => useAnnouncement.setState({ words });
